/** Many tasks at once, each taken as it would be taken alone. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "basvuru",
            "calendar",
            "channel",
            "deadline",
            "dosya",
            "organization",
            "problem",
            "text"
        })
@org.jspecify.annotations.NullMarked
package tr.muhatap.toplu;
