/** The port by which modules log changes of rules, holidays, people, texts, prices and settings. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package tr.muhatap.officelog;
