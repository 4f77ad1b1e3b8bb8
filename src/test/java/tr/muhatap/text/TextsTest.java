package tr.muhatap.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path FILES = Path.of("src/main/resources/metinler");
    /** A key, or its beginning where the rest is computed. */
    private static final Pattern USED =
            Pattern.compile("(?:Texts\\.of\\(\\s*\"|\\$\\{bundle:)([^\"}]+)[\"}]\\s*(\\+?)");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9]+\\.[\\w.-]+)\"");
    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");

    @Test
    void everyKeyIsUsedAndEveryUsedKeyExists() {
        var used = new TreeSet<String>();
        var beginnings = new TreeSet<String>();
        var literals = new TreeSet<String>();
        files(Path.of("src/main/java"), ".java").forEach(file -> {
            String source = read(file);
            USED.matcher(source)
                    .results()
                    .forEach(match -> (match.group(2).isEmpty() ? used : beginnings).add(match.group(1)));
            LITERAL.matcher(source).results().forEach(match -> literals.add(match.group(1)));
        });
        var keys = keys();

        assertThat(keys).isNotEmpty().containsAll(used);
        assertThat(beginnings).allMatch(beginning -> keys.stream().anyMatch(key -> key.startsWith(beginning)));
        assertThat(keys)
                .filteredOn(key -> !used.contains(key) && !literals.contains(key))
                .allMatch(key -> beginnings.stream().anyMatch(key::startsWith));
    }

    @Test
    void aKeyBeginsWithTheModuleOfItsFile() {
        for (var file : files(FILES, ".properties")) {
            String module = file.getFileName().toString().replace(".properties", "");
            assertThat(texts(file).stringPropertyNames()).isNotEmpty().allMatch(key -> key.startsWith(module + "."));
        }
    }

    @Test
    void noKeyStandsTwiceInAFile() {
        for (var file : files(FILES, ".properties")) {
            var keys = read(file)
                    .lines()
                    .filter(line -> line.contains(" = "))
                    .map(line -> line.substring(0, line.indexOf(" = ")))
                    .toList();
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    @Test
    void gapsAreFilledInOnceWhateverIsFilledIn() {
        assertThat(Texts.of("basvuru.ret.birlestirme-ana-birlesmis", "{1}", "$1", "2026-000003"))
                .isEqualTo("{1}, $1 ile birleştirilmiştir. 2026-000003 ile birleştirin.");
    }

    @Test
    void anUnknownKeyIsAFault() {
        assertThatThrownBy(() -> Texts.of("basvuru.yok")).hasMessageContaining("basvuru.yok");
        assertThatThrownBy(() -> Texts.of("yok.yok")).hasMessageContaining("yok");
    }

    @Test
    void gapsAreNumberedFromNought() {
        for (var file : files(FILES, ".properties")) {
            var texts = texts(file);
            for (String key : texts.stringPropertyNames()) {
                var gaps = GAP.matcher(texts.getProperty(key))
                        .results()
                        .map(gap -> Integer.valueOf(gap.group(1)))
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(gaps).as(key).allMatch(gap -> gap < gaps.size());
            }
        }
    }

    private static TreeSet<String> keys() {
        return files(FILES, ".properties").stream()
                .flatMap(file -> texts(file).stringPropertyNames().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(Path file) {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            texts.load(in);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path root, String ending) {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
