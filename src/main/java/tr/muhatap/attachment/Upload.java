package tr.muhatap.attachment;

/**
 * A file as it came, not looked at yet.
 *
 * @param name as the sender calls it
 */
public record Upload(String name, byte[] content) {}
