/** What those who run the program see of it: figures and log lines, without personal data. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "basvuru",
            "channel",
            "deadline",
            "door",
            "dosya",
            "engine",
            "intake :: aktarim",
            "intake :: posta",
            "notification",
            "text"
        })
@org.jspecify.annotations.NullMarked
package tr.muhatap.operation;
