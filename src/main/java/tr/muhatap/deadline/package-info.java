/** Service standards, the limit of an application and its derivation day by day. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"calendar", "channel", "problem", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.deadline;
