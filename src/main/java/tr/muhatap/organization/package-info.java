/** Units and topics of the municipality. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"officelog", "problem", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.organization;
