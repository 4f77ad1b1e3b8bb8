/** The KVKK text (6698 sayılı Kanun md. 10): its words, its versions, and what is read aloud of it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"calendar", "officelog", "problem"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.privacy;
