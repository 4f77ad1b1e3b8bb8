/** How long personal data are kept (6698 sayılı Kanun md. 7): what is due, who approved it, and its end with a record. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "audit", "basvuru", "calendar", "letter", "problem", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.retention;
