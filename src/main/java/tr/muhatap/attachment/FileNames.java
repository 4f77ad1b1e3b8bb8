package tr.muhatap.attachment;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Names that do no harm wherever the file is saved. */
final class FileNames {

    private static final int LONGEST = 120;

    private FileNames() {}

    /**
     * The last part of a name without path, control and direction characters, and those that file systems reserve; the
     * ending is one of its content's type.
     *
     * @param endings of the type, the usual one first, each with its dot
     */
    static String clean(String given, List<String> endings) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC)
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("\\s+", " ")
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .replaceAll("^[. ]+|[. ]+$", "");
        String ending = endings.stream()
                .filter(known -> name.toLowerCase(Locale.ROOT).endsWith(known))
                .findFirst()
                .orElse(endings.get(0));
        String stem = name.toLowerCase(Locale.ROOT).endsWith(ending)
                ? name.substring(0, name.length() - ending.length())
                : name;
        int length = Math.min(LONGEST, stem.codePointCount(0, stem.length()));
        stem = stem.substring(0, stem.offsetByCodePoints(0, length)).replaceAll("^[. ]+|[. ]+$", "");
        return (stem.isEmpty() ? "ek" : stem) + ending;
    }
}
