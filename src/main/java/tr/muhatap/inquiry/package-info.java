/** Questions that the office asks by a link: the citizen, another body or a contractor answers them without an account. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "attachment",
            "basvuru",
            "calendar",
            "deadline",
            "dosya",
            "notification",
            "problem",
            "rate",
            "takip",
            "text"
        })
@org.jspecify.annotations.NullMarked
package tr.muhatap.inquiry;
