/** Holidays, working days, and the clock that the whole program reads. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"problem", "access"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.calendar;
