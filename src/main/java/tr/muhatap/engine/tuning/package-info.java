/** Parts of the engine that are replaced for speed alone; what a step does is the same without them. */
@org.jspecify.annotations.NullMarked
package tr.muhatap.engine.tuning;
