/** The demonstration: people, applications, a clock that can be moved, and the replay of real requests. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "attachment",
            "audit",
            "basvuru",
            "calendar",
            "channel",
            "deadline",
            "engine",
            "intake",
            "intake :: cagri",
            "intake :: posta",
            "notification",
            "organization",
            "portal",
            "problem",
            "process",
            "text"
        })
@org.jspecify.annotations.NullMarked
package tr.muhatap.demo;
