/**
 * The door for e-mail: mailboxes are read, and each mail is taken in, joined to its application, or put before a clerk.
 */
@org.springframework.modulith.NamedInterface("posta")
@org.jspecify.annotations.NullMarked
package tr.muhatap.intake.posta;
