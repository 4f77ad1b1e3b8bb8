package tr.muhatap.inquiry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tr.muhatap.text.Check;
import tr.muhatap.text.Days;
import tr.muhatap.text.Texts;

/** What a question is answered with. */
public enum QuestionType {
    METIN(Texts.of("inquiry.question-type.metin")),
    EVET_HAYIR(Texts.of("inquiry.question-type.evet-hayir")),
    SAYI(Texts.of("inquiry.question-type.sayi")),
    TARIH(Texts.of("inquiry.question-type.tarih")),
    SECIM(Texts.of("inquiry.question-type.secim")),
    DOSYA(Texts.of("inquiry.question-type.dosya"));

    /** Characters of an answer in words. */
    static final int LONGEST_ANSWER = 4_000;

    private static final String YES = Texts.of("inquiry.question-type.evet");
    private static final String NO = Texts.of("inquiry.question-type.hayir");
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:[0-9]{1,12}|[0-9]{1,3}(?:\\.[0-9]{3}){1,3})(?:,[0-9]{1,6})?");

    private final String label;

    QuestionType(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }

    /** What may be chosen; none if the answer is written. */
    List<String> choices(List<String> own) {
        return switch (this) {
            case EVET_HAYIR -> List.of(YES, NO);
            case SECIM -> own;
            case METIN, SAYI, TARIH, DOSYA -> List.of();
        };
    }

    /**
     * The answer as it is kept; empty if it does not fit.
     *
     * @param typed not blank, without blanks at both ends
     * @param own the choices of the question
     */
    Optional<String> read(String typed, List<String> own) {
        return switch (this) {
            case METIN -> Optional.ofNullable(new Check().text("answer", typed, LONGEST_ANSWER));
            case EVET_HAYIR, SECIM ->
                choices(own).stream().filter(typed::equals).findFirst();
            case SAYI -> NUMBER.matcher(typed).matches() ? Optional.of(number(typed)) : Optional.empty();
            case TARIH -> Days.parse(typed).map(Days::written);
            case DOSYA -> Optional.empty();
        };
    }

    /** As it is computed with, without grouping and superfluous zeros, with the comma people write. */
    private static String number(String typed) {
        return new BigDecimal(typed.replace(".", "").replace(',', '.'))
                .toPlainString()
                .replace('.', ',');
    }

    /** Why an answer is not taken. */
    String fault() {
        return switch (this) {
            case METIN -> Texts.of("inquiry.question-type.metin-hatasi", LONGEST_ANSWER);
            case EVET_HAYIR, SECIM -> Texts.of("inquiry.question-type.secim-hatasi");
            case SAYI -> Texts.of("inquiry.question-type.sayi-hatasi");
            case TARIH -> Texts.of("inquiry.question-type.tarih-hatasi");
            case DOSYA -> Texts.of("inquiry.question-type.dosya-hatasi");
        };
    }
}
