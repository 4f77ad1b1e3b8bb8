/** The program as it runs in production: on a real PostgreSQL, with profile {@code production}, over HTTP. */
@org.jspecify.annotations.NullMarked
package tr.muhatap.postgres;
