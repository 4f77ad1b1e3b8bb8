/** Messages to citizens and staff: receipt, answer, urging; sent once, kept for ever. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "attachment",
            "basvuru",
            "calendar",
            "channel",
            "deadline",
            "door",
            "dosya",
            "letter",
            "organization",
            "problem",
            "takip",
            "text"
        })
@org.jspecify.annotations.NullMarked
package tr.muhatap.notification;
