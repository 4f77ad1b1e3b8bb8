/** The steps that the law adds to an application's straight way: their requests, checks and addresses. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"access", "basvuru", "problem", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.steps;
