package tr.muhatap.template;

import java.util.Arrays;
import java.util.Optional;

/** What a template can have filled in: facts of the application, nobody's data. */
public enum TemplateField {
    NUMARA("numara", "başvuru numarası"),
    BASLIK("baslik", "başvurunun başlığı"),
    KONU("konu", "konunun adı"),
    KANAL("kanal", "başvuru kanalı"),
    BIRIM("birim", "birimin adı"),
    GELIS_GUNU("gelisGunu", "başvuru tarihi"),
    SON_GUN("sonGun", "son cevap tarihi"),
    BUGUN("bugun", "bugünün tarihi");

    private final String code;
    private final String label;

    TemplateField(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As it stands in a text, e.g. {@code {numara}}. */
    public String placeholder() {
        return "{" + code + "}";
    }

    /** What people read. */
    public String label() {
        return label;
    }

    static Optional<TemplateField> of(String code) {
        return Arrays.stream(values()).filter(field -> field.code.equals(code)).findFirst();
    }
}
