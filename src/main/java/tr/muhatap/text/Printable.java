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

/** What our letters can print: the characters that one of their fonts has. */
public final class Printable {

    /** A family of embedded fonts, in the order in which a character is looked for. */
    public record Family(String name, String regular, String bold) {}

    /** Liberation Serif has the widths of Times New Roman; DejaVu Serif has what it lacks, such as ₺. */
    public static final List<Family> FAMILIES = List.of(
            new Family("Liberation Serif", "/fonts/LiberationSerif-Regular.ttf", "/fonts/LiberationSerif-Bold.ttf"),
            new Family("DejaVu Serif", "/fonts/DejaVuSerif.ttf", "/fonts/DejaVuSerif-Bold.ttf"));

    private static final int FIRST_VISIBLE = 0x20;

    /** Read when the first letter is written. */
    private static final class Fonts {

        static final BitSet CHARACTERS = characters();

        private static BitSet characters() {
            var all = new BitSet();
            for (var family : FAMILIES) {
                // A heading is bold: what only one of the two has would be lost in the other
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

    /** A font's file. */
    public static InputStream font(String file) {
        return Objects.requireNonNull(Printable.class.getResourceAsStream(file));
    }

    /**
     * What is wrong with a text that is to be printed, naming the first character that no font has; empty if nothing
     * is.
     */
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

    /** A text without the signs that are not seen: a font without them would print something in their place. */
    public static String printed(String text) {
        return text.codePoints()
                .filter(character ->
                        Character.getType(character) != Character.FORMAT && !PlainText.isVariationSelector(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** As {@link #printed}, without what no font has: for words that are not the office's to change. */
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
