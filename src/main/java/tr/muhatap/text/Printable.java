package tr.muhatap.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Characters that our letters can print, i.e. for which one of their fonts has a glyph. */
public final class Printable {

    /** An embedded font family, in order of fallback. */
    public record Family(String name, String regular, String bold) {}

    /** Liberation Serif has the metrics of Times New Roman; DejaVu Serif adds missing glyphs, such as ₺. */
    public static final List<Family> FAMILIES = List.of(
            new Family("Liberation Serif", "/fonts/LiberationSerif-Regular.ttf", "/fonts/LiberationSerif-Bold.ttf"),
            new Family("DejaVu Serif", "/fonts/DejaVuSerif.ttf", "/fonts/DejaVuSerif-Bold.ttf"));

    private static final int FIRST_VISIBLE = 0x20;

    /** Loaded on first use. */
    private static final class Fonts {

        static final BitSet CHARACTERS = characters();

        private static BitSet characters() {
            var all = new BitSet();
            for (var family : FAMILIES) {
                // Headings are bold: a glyph has to exist in both variants
                var common = ofFont(family.regular());
                common.and(ofFont(family.bold()));
                all.or(common);
            }
            return all;
        }

        private static BitSet ofFont(String file) {
            var characters = new BitSet();
            try (var stream = font(file);
                    var font = new TTFParser().parse(new RandomAccessReadBuffer(stream))) {
                CmapLookup glyphs = font.getUnicodeCmapLookup();
                for (int character = FIRST_VISIBLE; character <= Character.MAX_CODE_POINT; character++) {
                    if (glyphs.getGlyphId(character) != 0) {
                        characters.set(character);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return characters;
        }
    }

    private Printable() {}

    /** Opens a font file. */
    public static InputStream font(String file) {
        return Objects.requireNonNull(Printable.class.getResourceAsStream(file));
    }

    /** Describes the first character without a glyph; empty if there is none. */
    public static Optional<String> fault(String text) {
        return printed(text)
                .codePoints()
                .filter(character -> !isPrintable(character))
                .mapToObj(character -> Texts.of(
                        "text.printable.karakter-basilamiyor",
                        Character.toString(character),
                        "U+%04X".formatted(character)))
                .findFirst();
    }

    /** Removes invisible characters, for which a font may print a replacement. */
    public static String printed(String text) {
        return text.codePoints()
                .filter(character ->
                        Character.getType(character) != Character.FORMAT && !PlainText.isVariationSelector(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** As {@link #printed}, also without characters that no font has, for texts that the office cannot change. */
    public static String cleaned(String text) {
        return printed(text)
                .codePoints()
                .filter(Printable::isPrintable)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static boolean isPrintable(int character) {
        return Character.isWhitespace(character)
                || Character.isISOControl(character)
                || Fonts.CHARACTERS.get(character);
    }
}
