/** An application's file as the office sees it: its page, its history in words, notes, and the office's lists. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "basvuru", "calendar", "channel", "deadline", "organization", "problem", "text"
        })
@org.jspecify.annotations.NullMarked
package tr.muhatap.dosya;
