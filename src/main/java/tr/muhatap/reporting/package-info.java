/** What the office reports: its figures, each defined once, and the pages, files and open data made from them. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "basvuru", "calendar", "channel", "letter", "organization", "problem", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.reporting;
