/**
 * What people typed into a page's form, kept for the page that shows it again: after a fault, and after a session's
 * end.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"problem", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.form;
