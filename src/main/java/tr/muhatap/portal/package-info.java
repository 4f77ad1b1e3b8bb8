/** Pages of our own. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "attachment",
            "audit",
            "basvuru",
            "calendar",
            "deadline",
            "form",
            "intake",
            "letter",
            "notification",
            "operation",
            "organization",
            "problem",
            "rate",
            "rules",
            "template",
            "text"
        })
@org.jspecify.annotations.NullMarked
package tr.muhatap.portal;
