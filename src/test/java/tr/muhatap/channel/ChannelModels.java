package tr.muhatap.channel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Generates the model of a channel's process from its family's drawing and the channel's texts. Text is replaced
 * without reserializing the XML, so that an unchanged model stays identical and the engine creates no new version.
 */
public final class ChannelModels {

    public static final Path MODELS = Path.of("bpmn");
    public static final Path DRAWINGS = MODELS.resolve("aile");
    public static final Path TEXTS = DRAWINGS.resolve("metinler.properties");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z.-]+)}}");
    private static final Pattern NOTE =
            Pattern.compile("<bpmn:textAnnotation id=\"(\\w+)\">\\s*<bpmn:text>\\{\\{([a-z.-]+)}}</bpmn:text>");
    private static final int LINE_HEIGHT = 15;
    private static final int NOTE_MARGIN = 12;
    private static final double CHARACTER_WIDTH = 6.125;

    private ChannelModels() {}

    /** Every channel's texts, by channel's process key and placeholder. */
    public static Map<String, String> texts() throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(TEXTS, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        var texts = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> texts.put(name, properties.getProperty(name)));
        return texts;
    }

    public static Path file(Channel channel) {
        return MODELS.resolve(channel.processKey() + ".bpmn");
    }

    public static Path drawing(Family family) {
        return DRAWINGS.resolve(family.drawing() + ".bpmn");
    }

    /**
     * A channel's model.
     *
     * @param texts by {@code process key.placeholder}; one that the drawing does not use, or that it misses, is refused
     */
    public static String write(Channel channel, Map<String, String> texts) throws IOException {
        String drawing = Files.readString(drawing(channel.family()));
        var given = new TreeMap<String, String>();
        String own = channel.processKey() + ".";
        texts.forEach((name, text) -> {
            if (name.startsWith(own)) {
                given.put(name.substring(own.length()), text);
            }
        });
        var unused = new HashSet<>(given.keySet());
        given.put("inceleyen", channel.reviewers());
        given.put("sevk-eden", channel.routers());
        String sized = withNotesSized(drawing, given);
        String filled = replaced(PLACEHOLDER, sized, placeholder -> {
            unused.remove(placeholder.group(1));
            return escaped(text(channel, given, placeholder.group(1)));
        });
        if (!unused.isEmpty()) {
            throw new IllegalStateException(
                    "Texts of " + channel + " for which " + channel.family().drawing() + " has no place: " + unused);
        }
        return named(filled, channel);
    }

    private static String text(Channel channel, Map<String, String> given, String placeholder) {
        String text = given.get(placeholder);
        if (text == null || text.isBlank()) {
            throw new IllegalStateException(TEXTS + " has no text " + channel.processKey() + "." + placeholder);
        }
        return text;
    }

    /** The drawing is a valid model of its own; its three names are replaced by the channel's. */
    private static String named(String model, Channel channel) {
        String family = channel.family().drawing();
        String key = channel.processKey();
        return model.replace(
                        "id=\"Tanim_" + family.replace('-', '_') + "\"", "id=\"Tanim_" + key.replace('-', '_') + "\"")
                .replace("<bpmn:process id=\"" + family + "\"", "<bpmn:process id=\"" + key + "\"")
                .replace("bpmnElement=\"" + family + "\"", "bpmnElement=\"" + key + "\"");
    }

    /** Resizes a note to its text, keeping the edge towards the annotated element. */
    private static String withNotesSized(String drawing, Map<String, String> given) {
        String sized = drawing;
        for (var note : NOTE.matcher(drawing).results().toList()) {
            String text = given.get(note.group(2));
            if (text == null) {
                continue;
            }
            var bounds = Pattern.compile("(bpmnElement=\"" + note.group(1)
                    + "\">\\s*<dc:Bounds x=\"\\d+\" y=\")(\\d+)(\" width=\")(\\d+)(\" height=\")(\\d+)\"");
            sized = replaced(bounds, sized, shape -> {
                int top = Integer.parseInt(shape.group(2));
                int drawn = Integer.parseInt(shape.group(6));
                int width = Integer.parseInt(shape.group(4));
                int height = LINE_HEIGHT * lines(text, width) + NOTE_MARGIN;
                boolean above = note.group(2).equals("basvuru.not");
                return shape.group(1) + (above ? top + drawn - height : top) + shape.group(3) + width + shape.group(5)
                        + height + "\"";
            });
        }
        return sized;
    }

    private static int lines(String text, int width) {
        int longest = (int) (width / CHARACTER_WIDTH);
        int lines = 1;
        int length = 0;
        for (var word : text.split(" ")) {
            if (length > 0 && length + 1 + word.length() > longest) {
                lines++;
                length = word.length();
            } else {
                length += (length > 0 ? 1 : 0) + word.length();
            }
        }
        return lines;
    }

    private static String replaced(Pattern pattern, String text, Function<MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(by.apply(found)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** Process keys that texts are given for. */
    static Set<String> keysWithTexts(Map<String, String> texts) {
        var keys = new HashSet<String>();
        texts.keySet().forEach(name -> keys.add(name.substring(0, name.indexOf('.'))));
        return keys;
    }
}
