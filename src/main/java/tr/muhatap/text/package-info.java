/** What people type, checked and brought into one form: characters, money, dates, numbers and telephone numbers. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"problem"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.text;
