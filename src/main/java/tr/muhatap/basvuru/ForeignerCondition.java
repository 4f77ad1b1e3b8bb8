package tr.muhatap.basvuru;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tr.muhatap.text.Texts;

/**
 * Conditions of a foreigner's right to information (4982 md. 4/2, Yönetmelik md. 5) or to petition (3071 md. 3), which is not
 * limited to the applicant's own matters.
 */
public enum ForeignerCondition {
    IKAMET(Texts.of("basvuru.foreigner-condition.ikamet")),
    ILGILILIK(Texts.of("basvuru.foreigner-condition.ilgililik")),
    KARSILIKLILIK(Texts.of("basvuru.foreigner-condition.karsiliklilik")),
    TURKCE(Texts.of("basvuru.foreigner-condition.turkce"));

    private final String label;

    ForeignerCondition(String label) {
        this.label = label;
    }

    /** Those of 4982 or of 3071, in order. */
    static List<ForeignerCondition> of(boolean informationRequest) {
        return Arrays.stream(values())
                .filter(condition -> informationRequest || condition != ILGILILIK)
                .toList();
    }

    /** Codes and labels, in order. */
    static Map<String, String> choices() {
        var choices = new LinkedHashMap<String, String>();
        for (var condition : values()) {
            choices.put(condition.name(), condition.label);
        }
        return choices;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}
