package tr.muhatap.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tr.muhatap.deadline.ServiceStandard.Paper;
import tr.muhatap.text.Texts;
import tr.muhatap.text.TurkishText;

/**
 * Converts the cell of required papers: in the table {@code YAZILI: ADRES; KURUM: ILETEN_KURUM}, for display {@code
 * Yazılı: adres; Kurum aracılığıyla: ileten kurum}.
 */
final class Papers {

    private static final Map<String, String> CASES = new LinkedHashMap<>();
    private static final Map<Paper, String> PAPERS = new LinkedHashMap<>();

    static {
        CASES.put("*", Texts.of("rules.papers.her-durumda"));
        CASES.put("ELEKTRONIK_GERCEK", Texts.of("rules.papers.elektronik-gercek-kisi"));
        CASES.put("ELEKTRONIK_TUZEL", Texts.of("rules.papers.elektronik-tuzel-kisi"));
        CASES.put("YAZILI", Texts.of("rules.papers.yazili"));
        CASES.put("KURUM", Texts.of("rules.papers.kurum-araciligiyla"));
        PAPERS.put(Paper.TC_KIMLIK_NO, "T.C. kimlik no");
        PAPERS.put(Paper.YETKI_BELGESI, Texts.of("rules.papers.yetki-belgesi"));
        PAPERS.put(Paper.ADRES, "adres");
        PAPERS.put(Paper.ILETISIM, Texts.of("rules.papers.iletisim-bilgisi"));
        PAPERS.put(Paper.ILETEN_KURUM, Texts.of("rules.papers.ileten-kurum"));
    }

    private Papers() {}

    /** Help text about the format, in Turkish. */
    static String help() {
        return Texts.of(
                "rules.papers.durum-belge-belge-durum-belge",
                String.join(" / ", CASES.values()),
                String.join(" / ", PAPERS.values()));
    }

    static String inWords(String cell) {
        return Arrays.stream(cell.split(";"))
                .filter(part -> !part.isBlank())
                .map(part -> part.split(":", 2))
                .map(part -> CASES.getOrDefault(part[0].strip(), part[0].strip()) + ": "
                        + Arrays.stream((part.length < 2 ? "" : part[1]).split(","))
                                .map(String::strip)
                                .map(paper -> Arrays.stream(Paper.values())
                                        .filter(known -> known.name().equals(paper))
                                        .findFirst()
                                        .map(PAPERS::get)
                                        .orElse(paper))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    /** Parses input into a cell; empty if it is invalid. */
    static Optional<String> cell(String words) {
        var cases = new LinkedHashMap<String, String>();
        for (var part : words.split(";")) {
            if (part.isBlank()) {
                continue;
            }
            int colon = part.indexOf(':');
            var which = colon < 0 ? Optional.<String>empty() : code(CASES, part.substring(0, colon));
            var papers = new ArrayList<String>();
            for (var paper : part.substring(colon + 1).split(",")) {
                code(PAPERS, paper)
                        .map(Paper::name)
                        .filter(name -> !papers.contains(name))
                        .ifPresent(papers::add);
                if (code(PAPERS, paper).isEmpty()) {
                    return Optional.empty();
                }
            }
            if (which.isEmpty() || cases.put(which.get(), String.join(", ", papers)) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(cases.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining("; ")));
    }

    private static <K> Optional<K> code(Map<K, String> labels, String words) {
        String folded = TurkishText.words(words);
        return labels.entrySet().stream()
                .filter(each -> TurkishText.words(each.getValue()).equals(folded))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
