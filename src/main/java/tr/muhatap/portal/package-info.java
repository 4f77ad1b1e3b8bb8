/** Pages of our own. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "attachment",
            "audit",
            "basvuru",
            "birim",
            "steps",
            "calendar",
            "channel",
            "deadline",
            "door",
            "dosya",
            "form",
            "intake",
            "intake :: cagri",
            "intake :: desk",
            "intake :: aktarim",
            "intake :: posta",
            "letter",
            "liste",
            "notification",
            "operation",
            "organization",
            "privacy",
            "problem",
            "rate",
            "reporting",
            "routing",
            "rules",
            "takip",
            "template",
            "text",
            "toplu",
            "webhook"
        })
@org.jspecify.annotations.NullMarked
package tr.muhatap.portal;
