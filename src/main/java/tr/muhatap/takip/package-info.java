/** What a citizen sees and may do with number and tracking code, and how codes are issued. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "basvuru",
            "calendar",
            "channel",
            "steps",
            "deadline",
            "dosya",
            "organization",
            "problem",
            "rate",
            "text"
        })
@org.jspecify.annotations.NullMarked
package tr.muhatap.takip;
