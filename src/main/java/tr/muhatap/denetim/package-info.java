/**
 * What auditors work with: lists over all applications, one application's whole history, the log's verification.
 * Read-only.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "basvuru",
            "calendar",
            "channel",
            "dosya",
            "engine",
            "letter",
            "liste",
            "problem",
            "text"
        })
@org.jspecify.annotations.NullMarked
package tr.muhatap.denetim;
