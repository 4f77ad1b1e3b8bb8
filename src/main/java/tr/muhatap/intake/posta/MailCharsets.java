package tr.muhatap.intake.posta;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decodes text of mails, correcting a wrong or missing charset. */
final class MailCharsets {

    private static final Charset TURKISH = Charset.forName("windows-1254");

    /** Icelandic letters at the positions of Turkish ones, which indicate a wrong charset. */
    private static final String TURKISH_MISREAD = "þðýÞÐÝ";

    private MailCharsets() {}

    /** @param sure false if the declared charset was wrong or is unsupported */
    record Decoded(String text, boolean sure) {}

    static Decoded decoded(byte[] bytes, @Nullable String named) {
        var charset = charset(named);
        boolean silent = named == null || named.isBlank() || named.equalsIgnoreCase("us-ascii");
        if (charset != null && !silent) {
            String text = read(bytes, charset);
            if (text != null) {
                return text.chars().anyMatch(letter -> TURKISH_MISREAD.indexOf(letter) >= 0) && isLatin1(charset)
                        ? new Decoded(forced(bytes), true)
                        : new Decoded(text, true);
            }
        }
        String text = read(bytes, StandardCharsets.UTF_8);
        if (text != null) {
            return new Decoded(text, silent || charset == null);
        }
        String turkish = read(bytes, TURKISH);
        return turkish != null && silent ? new Decoded(turkish, true) : new Decoded(forced(bytes), false);
    }

    private static boolean isLatin1(Charset charset) {
        return charset.name().equalsIgnoreCase("ISO-8859-1") || charset.name().equalsIgnoreCase("windows-1252");
    }

    private static @Nullable Charset charset(@Nullable String named) {
        try {
            return named == null || named.isBlank() ? null : Charset.forName(named.strip());
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static @Nullable String read(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException | UnsupportedOperationException other) {
            return null;
        }
    }

    private static String forced(byte[] bytes) {
        try {
            return TURKISH.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("It replaces what it cannot read", e);
        }
    }
}
