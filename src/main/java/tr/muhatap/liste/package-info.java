/** Lists of applications: what is typed into their form, who saw which list, and what is taken along. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "basvuru", "calendar", "channel", "dosya", "organization", "problem", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.liste;
