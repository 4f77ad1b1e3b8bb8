package tr.muhatap.attachment;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Sanitizes file names, so that they are harmless on any file system. */
final class FileNames {

    private static final int LONGEST = 120;

    private FileNames() {}

    /**
     * The last path segment without control, direction and reserved characters, with an extension that matches the
     * content's type.
     *
     * @param endings extensions of the type with their dots, the usual one first
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
