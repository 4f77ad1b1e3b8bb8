/** Units and topics as those who own the process keep them: what a change does to open applications, and lists of them. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "basvuru", "organization", "problem", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.birim;
