/** What of the engine is reachable over HTTP: an allow-list of operations, each with who may call it and why. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"access", "problem"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.engine;
