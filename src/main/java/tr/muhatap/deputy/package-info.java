/** Who stands in for whom; tasks that somebody took and does not work on; how much everybody has. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "basvuru", "calendar", "dosya", "problem", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.deputy;
