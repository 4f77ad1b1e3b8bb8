/** The steps that the law adds to an application's straight way: their requests, checks and addresses. */
@org.springframework.modulith.NamedInterface("steps")
@org.jspecify.annotations.NullMarked
package tr.muhatap.basvuru.steps;
