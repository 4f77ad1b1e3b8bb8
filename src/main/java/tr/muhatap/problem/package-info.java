/** Errors as the outside sees them: RFC 9457 problems with a Turkish detail and the faulty fields. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package tr.muhatap.problem;
