/**
 * The decision tables that the office keeps: seen, changed, tried and published in versions, with a trail of who did
 * why.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "basvuru",
            "calendar",
            "channel",
            "deadline",
            "dosya",
            "officelog",
            "organization",
            "problem",
            "text"
        })
@org.jspecify.annotations.NullMarked
package tr.muhatap.rules;
