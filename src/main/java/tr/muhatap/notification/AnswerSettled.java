package tr.muhatap.notification;

/**
 * The answer to an application is out, was brought, or was given up: whoever waits for it asks again. Published after
 * its message was written.
 *
 * @param number the application's
 * @param delivered false if it was given up
 */
public record AnswerSettled(String number, boolean delivered) {}
