/** Holidays, working days, and the clock that the whole program reads. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"access", "officelog", "problem", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.calendar;
