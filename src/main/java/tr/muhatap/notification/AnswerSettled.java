package tr.muhatap.notification;

/**
 * The answer to an application was sent, delivered by hand, or given up. Published after the message's state was
 * stored.
 *
 * @param number the application's
 * @param delivered false if it was given up
 */
public record AnswerSettled(String number, boolean delivered) {}
