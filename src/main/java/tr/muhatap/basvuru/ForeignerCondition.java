package tr.muhatap.basvuru;

import java.util.LinkedHashMap;
import java.util.Map;
import tr.muhatap.text.Texts;

/** Conditions of a foreigner's right to information (4982 md. 4/2, Yönetmelik md. 5). */
public enum ForeignerCondition {
    IKAMET(Texts.of("basvuru.foreigner-condition.ikamet")),
    ILGILILIK(Texts.of("basvuru.foreigner-condition.ilgililik")),
    KARSILIKLILIK(Texts.of("basvuru.foreigner-condition.karsiliklilik")),
    TURKCE(Texts.of("basvuru.foreigner-condition.turkce"));

    private final String label;

    ForeignerCondition(String label) {
        this.label = label;
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
