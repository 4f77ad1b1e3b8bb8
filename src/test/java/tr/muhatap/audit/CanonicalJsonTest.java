package tr.muhatap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** What is written here is what the library writes; the rest is left to it. */
class CanonicalJsonTest {

    private static final int OBJECTS = 3_000;
    private static final String LETTERS = "aZ0 \"\\/\b\t\n\f\r\u0000\u001f\u007f\u0085\u2028çİ€\ufffd";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyObjectIsWrittenAsTheLibraryWritesIt() throws IOException {
        var random = new Random(18);
        for (int each = 0; each < OBJECTS; each++) {
            var object = new HashMap<String, Object>();
            for (int member = random.nextInt(6); member >= 0; member--) {
                object.put(text(random), random.nextBoolean() ? text(random) : number(random));
            }
            assertThat(CanonicalJson.of(object))
                    .isEqualTo(new JsonCanonicalizer(json.writeValueAsString(object)).getEncodedUTF8());
        }
        assertThat(CanonicalJson.of(Map.of())).isEqualTo(new JsonCanonicalizer("{}").getEncodedUTF8());
    }

    @Test
    void whatElseThereIsIsLeftToTheLibrary() {
        assertThat(CanonicalJson.of(Map.of("a", 1.5))).isNull();
        assertThat(CanonicalJson.of(Map.of("a", 1L << 53))).isNull();
        assertThat(CanonicalJson.of(Map.of("a", -(1L << 53)))).isNull();
        assertThat(CanonicalJson.of(Map.of("a", (1L << 53) - 1))).isNotNull();
        assertThat(CanonicalJson.of(Map.of("a", Map.of()))).isNull();
        assertThat(CanonicalJson.of(Map.of("a", true))).isNull();
        assertThat(CanonicalJson.of(Map.of("a", "\ud83d"))).isNull();
        assertThat(CanonicalJson.of(Map.of("a", "\udca9x"))).isNull();
        assertThat(CanonicalJson.of(Map.of("\ud83dx", "a"))).isNull();
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int letter = random.nextInt(12); letter > 0; letter--) {
            if (random.nextInt(8) == 0) {
                text.appendCodePoint(0x1f600 + random.nextInt(60));
            } else {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
        }
        return text.toString();
    }

    private static Object number(Random random) {
        return random.nextBoolean() ? random.nextInt() : random.nextLong() >> 11;
    }
}
