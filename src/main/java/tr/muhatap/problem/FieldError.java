package tr.muhatap.problem;

/**
 * One faulty field of an input.
 *
 * @param field the field's path as the sender wrote it, e.g. {@code applicant.nationalId}
 * @param message what is wrong with it, in Turkish
 */
public record FieldError(String field, String message) {}
