package tr.muhatap.basvuru;

import java.util.LinkedHashMap;
import java.util.Map;

/** On what a foreigner has the right to information (4982 md. 4/2, Yönetmelik md. 5). */
public enum ForeignerCondition {
    IKAMET("Türkiye’de ikamet veya faaliyet"),
    ILGILILIK("Kendisiyle veya faaliyet alanıyla ilgili bilgi"),
    KARSILIKLILIK("Karşılıklılık ilkesi"),
    TURKCE("Türkçe başvuru");

    private final String label;

    ForeignerCondition(String label) {
        this.label = label;
    }

    /** Code and words of each, in order. */
    static Map<String, String> choices() {
        var choices = new LinkedHashMap<String, String>();
        for (var condition : values()) {
            choices.put(condition.name(), condition.label);
        }
        return choices;
    }

    /** The words people read. */
    public String label() {
        return label;
    }
}
