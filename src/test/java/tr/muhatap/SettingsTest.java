package tr.muhatap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The README names every setting of the program with its default, and none that it does not read. */
class SettingsTest {

    private static final String NOT_SAID = "";

    /** The operator chooses the names of mailboxes. */
    private static final String ANY_NAME = ".NAME.";

    /** Variables in README's table of environment variables. */
    private static final Pattern VARIABLE = Pattern.compile("`(MUHATAP_[A-Z_]+)`");

    /** A property name, complete or beginning with a dot for the same prefix as before, followed by its default. */
    private static final Pattern NAME =
            Pattern.compile("`(muhatap\\.[\\w.-]+|\\.[a-z]+(?:-[a-z]+)*)(?:\\[[^]`]*])?[^`]*`"
                    + "(?:\\s+\\(`?(\\d[\\dA-Za-z]*|true|false|PT?\\d\\w*|[A-Z]{3,})\\b)?");

    private static final Pattern READ_BY_NAME = Pattern.compile("\\$\\{(muhatap\\.[a-z.-]+)(?::([^}]*))?}|"
            + "(?:ConditionalOnProperty|getProperty|String [A-Z_]+ = )[^);]*?\"(muhatap\\.[a-z]+\\.[a-z.-]*[a-z])\"");

    @Test
    void theReadmeNamesWhatTheProgramReads() throws IOException {
        assertThat(inTheReadme().keySet())
                .containsExactlyInAnyOrderElementsOf(inTheProgram().keySet());
    }

    @Test
    void theDefaultsAreThose() throws IOException {
        var program = inTheProgram();
        inTheReadme().forEach((name, value) -> {
            String real = program.getOrDefault(name, NOT_SAID);
            if (!value.equals(NOT_SAID) && !real.equals(NOT_SAID)) {
                assertThat(value).as(name).isEqualTo(real);
            }
        });
    }

    private static Map<String, String> inTheReadme() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var told = new TreeMap<String, String>();
        String prefix = "";
        for (var found : NAME.matcher(readme).results().toList()) {
            String name = found.group(1);
            if (name.startsWith("muhatap.")) {
                prefix = name.substring(0, name.lastIndexOf('.'));
                // A number, a module or a jar
                if (prefix.equals("muhatap")) {
                    continue;
                }
            } else {
                name = prefix + name;
            }
            told.merge(
                    name,
                    found.group(2) == null ? NOT_SAID : found.group(2),
                    (one, other) -> one.equals(NOT_SAID) ? other : one);
        }
        VARIABLE.matcher(readme)
                .results()
                .map(found ->
                        ConfigurationPropertyName.adapt(found.group(1), '_').toString())
                .filter(variable -> told.keySet().stream().noneMatch(name -> isSame(name, variable)))
                .flatMap(variable -> program().keySet().stream().filter(name -> isSame(name, variable)))
                .forEach(name -> told.put(name, NOT_SAID));
        return told;
    }

    private static boolean isSame(String name, String variable) {
        return name.replaceAll("[.-]", "").equals(variable.replaceAll("[.-]", ""));
    }

    private static Map<String, String> program() {
        try {
            return inTheProgram();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> inTheProgram() throws IOException {
        var read = new TreeMap<String, String>();
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var found : scan.findCandidateComponents("tr.muhatap")) {
            var type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            addAll(read, type.getAnnotation(ConfigurationProperties.class).value(), type);
        }
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                READ_BY_NAME
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(found -> read.merge(
                                found.group(1) == null ? found.group(3) : found.group(1),
                                found.group(2) == null ? NOT_SAID : found.group(2),
                                // The first placeholder is the initial delay
                                (one, other) -> other.equals(NOT_SAID) ? one : other));
            }
        }
        return read;
    }

    private static void addAll(Map<String, String> read, String prefix, Class<?> type) {
        for (var component : type.getRecordComponents()) {
            String name = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (component.getType() == Map.class && valueType(component).isRecord()) {
                addAll(read, name + ANY_NAME.substring(0, ANY_NAME.length() - 1), valueType(component));
            } else {
                read.put(name, defaultOf(type, component));
            }
        }
    }

    private static Class<?> valueType(RecordComponent component) {
        return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[1];
    }

    /** The default of the constructor's parameter, not of the component. */
    private static String defaultOf(Class<?> type, RecordComponent component) {
        for (var constructor : type.getDeclaredConstructors()) {
            for (var parameter : constructor.getParameters()) {
                var value = parameter.getAnnotation(DefaultValue.class);
                if (value != null
                        && value.value().length == 1
                        && parameter.getName().equals(component.getName())) {
                    return value.value()[0];
                }
            }
        }
        return NOT_SAID;
    }
}
