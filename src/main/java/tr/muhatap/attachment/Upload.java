package tr.muhatap.attachment;

import java.util.function.Supplier;

/**
 * A file as it came, not looked at yet.
 *
 * @param name as the sender calls it
 * @param size as it came, in bytes
 * @param content read only where the size is one that is taken
 */
public record Upload(String name, long size, Supplier<byte[]> content) {

    public Upload(String name, byte[] content) {
        this(name, content.length, () -> content);
    }
}
