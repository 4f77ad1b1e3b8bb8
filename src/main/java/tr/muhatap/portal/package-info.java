/** Pages of our own. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "attachment",
            "audit",
            "basvuru",
            "calendar",
            "deadline",
            "intake",
            "letter",
            "notification",
            "organization",
            "problem",
            "rules",
            "template"
        })
@org.jspecify.annotations.NullMarked
package tr.muhatap.portal;
