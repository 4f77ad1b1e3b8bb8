/**
 * The door for telephone systems: their events become calls, which appear at the operator's desk and belong to an
 * application.
 */
@org.springframework.modulith.NamedInterface("cagri")
@org.jspecify.annotations.NullMarked
package tr.muhatap.intake.cagri;
