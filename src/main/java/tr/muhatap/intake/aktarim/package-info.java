/**
 * The door for lists of CİMER and Açık Kapı: a file is read, each row goes through the one way in, what differs is
 * shown.
 */
@org.springframework.modulith.NamedInterface("aktarim")
@org.jspecify.annotations.NullMarked
package tr.muhatap.intake.aktarim;
