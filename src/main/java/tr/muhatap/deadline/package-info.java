/** Service standards, the limit of an application and its derivation day by day. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"calendar", "channel", "problem"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.deadline;
