/** The report of everything that is held on one person, who may ask for it (6698 sayılı Kanun md. 11). */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "basvuru", "calendar", "letter", "problem", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.subject;
