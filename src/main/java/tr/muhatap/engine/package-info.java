/**
 * The process engine's inside: its settings, security, HTTP interfaces and tuning. The only module that names classes
 * of the engine's implementation ({@code org.camunda.bpm…impl}); others use its API, and the interfaces here.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "channel", "officelog", "organization", "problem", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.engine;
