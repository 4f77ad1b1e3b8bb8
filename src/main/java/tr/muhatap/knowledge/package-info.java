/** Questions that citizens ask again and again, with the answers that operators give on the spot. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "calendar", "organization", "problem", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.knowledge;
