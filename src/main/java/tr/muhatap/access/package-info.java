/** Who someone is and what they may do: groups, sign-in, engine authorizations. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"form", "officelog", "organization", "problem", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.access;
