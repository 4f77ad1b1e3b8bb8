/** Proposes the unit of an application: by the decision table, and by what the office routed so far. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "basvuru", "calendar", "dosya", "organization", "problem", "rules", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.routing;
