/** The one way in for every channel: checks, recognises what came before, registers. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "attachment",
            "basvuru",
            "steps",
            "calendar",
            "channel",
            "deadline",
            "door",
            "dosya",
            "form",
            "notification",
            "organization",
            "problem",
            "rate",
            "takip",
            "text",
            "officelog"
        })
@org.jspecify.annotations.NullMarked
package tr.muhatap.intake;
