/** The application: its record, its rules, its events, and the register that holds all of them. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "calendar",
            "channel",
            "deadline",
            "officelog",
            "organization",
            "problem",
            "rate",
            "text"
        })
@org.jspecify.annotations.NullMarked
package tr.muhatap.basvuru;
