/** The append-only history of every application, its log that anybody can verify, and who looked at personal data. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "basvuru", "calendar", "officelog", "problem", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.audit;
