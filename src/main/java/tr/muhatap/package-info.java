/** Muhatap: receives citizens' applications, has them answered, and closes them within the limit of the law. */
@org.jspecify.annotations.NullMarked
package tr.muhatap;
