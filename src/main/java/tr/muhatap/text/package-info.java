/** What people type, brought into one form: characters, money, dates, numbers and telephone numbers. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package tr.muhatap.text;
