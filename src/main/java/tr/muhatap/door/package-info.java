/** What the doors to other systems share: how each stands, and the lanes on which things go out. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"problem", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.door;
