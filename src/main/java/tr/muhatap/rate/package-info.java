/** How often somebody may knock, and how often a clerk may guess; counted in real time, on each node. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"problem"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.rate;
