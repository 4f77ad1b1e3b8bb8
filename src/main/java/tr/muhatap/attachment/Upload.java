package tr.muhatap.attachment;

import java.util.function.Supplier;

/**
 * An uploaded file, not checked yet.
 *
 * @param name the file name as sent
 * @param size size in bytes as sent
 * @param content read only if the size is acceptable
 */
public record Upload(String name, long size, Supplier<byte[]> content) {

    public Upload(String name, byte[] content) {
        this(name, content.length, () -> content);
    }
}
