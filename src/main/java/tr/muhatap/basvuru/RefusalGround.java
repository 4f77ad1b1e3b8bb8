package tr.muhatap.basvuru;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tr.muhatap.text.Texts;

/**
 * Article of 4982 or of its regulation on which information is refused (md. 4/2, 7, 8, 15–27, Yönetmelik md. 12), with
 * its required fields. The text of letters is in {@code templates/yazi/dayanak.txt}.
 */
public enum RefusalGround {
    MD_4_2("4/2", Texts.of("basvuru.refusal-ground.md-4-2"), GroundField.UNMET_CONDITION),
    MD_7_1("7/1", Texts.of("basvuru.refusal-ground.md-7-1")),
    MD_7_2("7/2", Texts.of("basvuru.refusal-ground.md-7-2")),
    MD_8(
            "8",
            Texts.of("basvuru.refusal-ground.md-8"),
            GroundField.PUBLISHED_IN,
            GroundField.PUBLISHED_ON,
            GroundField.PUBLISHED_HOW),
    MD_15("15", Texts.of("basvuru.refusal-ground.md-15")),
    MD_16("16", Texts.of("basvuru.refusal-ground.md-16")),
    MD_17("17", Texts.of("basvuru.refusal-ground.md-17")),
    MD_18("18", Texts.of("basvuru.refusal-ground.md-18")),
    MD_19("19", Texts.of("basvuru.refusal-ground.md-19")),
    MD_20("20", Texts.of("basvuru.refusal-ground.md-20")),
    MD_21("21", Texts.of("basvuru.refusal-ground.md-21")),
    MD_22("22", Texts.of("basvuru.refusal-ground.md-22")),
    MD_23("23", Texts.of("basvuru.refusal-ground.md-23")),
    MD_24("24", Texts.of("basvuru.refusal-ground.fikir-ve-sanat-eserleri")),
    MD_25("25", Texts.of("basvuru.refusal-ground.md-25")),
    MD_26("26", Texts.of("basvuru.refusal-ground.md-26")),
    MD_27("27", Texts.of("basvuru.refusal-ground.md-27")),
    YONETMELIK_12("Y12", Texts.of("basvuru.refusal-ground.yonetmelik-12"), GroundField.ANNOUNCED_ON);

    private final String article;
    private final String label;
    private final List<GroundField> fields;

    RefusalGround(String article, String label, GroundField... fields) {
        this.article = article;
        this.label = label;
        this.fields = List.of(fields);
    }

    /** The ground of an article's number, e.g. {@code 21} or {@code 7/2}; empty if there is no such ground. */
    public static Optional<RefusalGround> ofArticle(String article) {
        return Arrays.stream(values())
                .filter(ground -> ground.article.equals(article))
                .findFirst();
    }

    /** The article's number as the law writes it, e.g. {@code 7/2} or {@code Y12}; the code used by the API. */
    public String article() {
        return article;
    }

    /** Label shown to users. */
    public String label() {
        return (isOfRegulation()
                        ? Texts.of("basvuru.refusal-ground.yonetmelik-md", article.substring(1))
                        : "Md. " + article)
                + ": " + label;
    }

    /** Required facts in addition to the article, in the form's order. */
    public List<GroundField> fields() {
        return fields;
    }

    /** Required facts that are missing. */
    public List<GroundField> missing(GroundFacts facts) {
        return fields.stream().filter(field -> !field.isGivenIn(facts)).toList();
    }

    /** Whether it is in the implementing regulation, not in the law itself. */
    public boolean isOfRegulation() {
        return article.startsWith("Y");
    }

    /** What is refused, without the article. */
    public String matter() {
        return label;
    }
}
