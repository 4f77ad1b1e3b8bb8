/** Notifies other systems of the municipality by signed HTTP requests that an application's status changed. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "basvuru",
            "calendar",
            "channel",
            "deadline",
            "door",
            "officelog",
            "problem",
            "takip",
            "text"
        })
@org.jspecify.annotations.NullMarked
package tr.muhatap.webhook;
