/** How often somebody whom nobody knows may knock, by address and by recipient; counted in real time, on each node. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"problem"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.rate;
