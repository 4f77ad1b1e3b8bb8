/** Templates of answers by topic and outcome, with fields that the application fills in. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "basvuru",
            "calendar",
            "channel",
            "deadline",
            "officelog",
            "organization",
            "problem",
            "text"
        })
@org.jspecify.annotations.NullMarked
package tr.muhatap.template;
