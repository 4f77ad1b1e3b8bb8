package tr.muhatap.template;

import java.util.Arrays;
import java.util.Optional;
import tr.muhatap.text.Texts;

/** Placeholders of templates: facts of the application, no personal data. */
public enum TemplateField {
    NUMARA("numara", Texts.of("template.template-field.numara-2")),
    BASLIK("baslik", Texts.of("template.template-field.baslik-2")),
    KONU("konu", Texts.of("template.template-field.konu")),
    KANAL("kanal", Texts.of("template.template-field.kanal")),
    BIRIM("birim", Texts.of("template.template-field.birim")),
    GELIS_GUNU("gelisGunu", Texts.of("template.template-field.gelis-gunu")),
    SON_GUN("sonGun", Texts.of("template.template-field.son-cevap-tarihi")),
    BUGUN("bugun", Texts.of("template.template-field.bugun"));

    private final String code;
    private final String label;

    TemplateField(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** Notation in a text, e.g. {@code {numara}}. */
    public String placeholder() {
        return "{" + code + "}";
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }

    static Optional<TemplateField> of(String code) {
        return Arrays.stream(values()).filter(field -> field.code.equals(code)).findFirst();
    }
}
