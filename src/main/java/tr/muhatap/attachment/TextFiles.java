package tr.muhatap.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Decodes text files in the encodings of Turkish programs: UTF-8, UTF-16 with a byte order mark, and windows-1254, a
 * superset of ISO-8859-9.
 */
final class TextFiles {

    static final String MEDIA_TYPE = "text/plain";

    private static final Charset WINDOWS_TURKISH = Charset.forName("windows-1254");

    /** Non-ASCII characters of Turkish text; other characters indicate another 8-bit encoding or binary data. */
    private static final String USUAL = "çğıöşüÇĞİÖŞÜâîûÂÎÛ’‘“”«»–—…•·°§€½²³ª´×±\u00a0\u00ad";

    private TextFiles() {}

    /** The decoded text; empty if the content is not text. */
    static Optional<String> decoded(byte[] content) {
        if (startsWith(content, 0xef, 0xbb, 0xbf)) {
            return read(content, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(content, 0xff, 0xfe)) {
            return read(content, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(content, 0xfe, 0xff)) {
            return read(content, 2, StandardCharsets.UTF_16BE);
        }
        return read(content, 0, StandardCharsets.UTF_8)
                .or(() -> read(content, 0, WINDOWS_TURKISH).filter(TextFiles::looksTurkish));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> read(byte[] content, int from, Charset charset) {
        try {
            var text = charset.newDecoder()
                    .decode(ByteBuffer.wrap(content, from, content.length - from))
                    .toString();
            return text.chars().anyMatch(TextFiles::isControl) ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException anotherEncoding) {
            return Optional.empty();
        }
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character)
                && character != '\n'
                && character != '\r'
                && character != '\t'
                && character != '\f';
    }

    private static boolean looksTurkish(String text) {
        long outside = text.chars().filter(character -> character > 0x7f).count();
        long usual =
                text.chars().filter(character -> USUAL.indexOf(character) >= 0).count();
        return usual * 10 >= outside * 9;
    }

    private static boolean startsWith(byte[] content, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (content.length <= i || Byte.toUnsignedInt(content[i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
