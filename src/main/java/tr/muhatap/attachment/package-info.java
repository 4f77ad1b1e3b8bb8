/**
 * Files that go with an application or with its answer: taken in after a look at their content, given out as downloads
 * alone.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"access", "basvuru", "problem", "takip", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.attachment;
