/** The door for applications of others by Open311 GeoReport v2: services, requests and updates, in XML and JSON. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "attachment",
            "basvuru",
            "calendar",
            "channel",
            "deadline",
            "dosya",
            "intake",
            "organization",
            "problem",
            "rate",
            "takip",
            "text"
        })
@org.jspecify.annotations.NullMarked
package tr.muhatap.open311;
