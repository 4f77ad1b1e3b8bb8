package tr.muhatap.basvuru;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the law adds to an application's straight way; each is an address of the API. */
public enum LegalStep {
    EXTENSION("Süreyi uzat", false),
    FEE("Ücret bildir", false),
    PAYMENT("Ödemeyi kaydet", false),
    SERVICE("Tebliğ tarihini gir", false),
    INTERIM_ANSWER("Ara cevap ver", false),
    OPINION("Başka kurumdan görüş veya bilgi iste", false),
    OPINION_ANSWER("Gelen görüşü veya bilgiyi kaydet", false),
    OPINION_WITHDRAWAL("Görüş veya bilgi talebini iptal et", false),
    COMPLETION("Eksik bilgiyi tamamla", true),
    DUPLICATE_OF("Ana başvuruyla birleştir", true),
    CONTACT_CORRECTION("İletişim bilgisini düzelt", true),
    WITHDRAWAL("Vazgeçmeyi kaydet", true),
    REOPENING("Yeniden aç", true),
    APPEAL("Kurula itirazı kaydet", false),
    APPEAL_ANSWER("Kurula verilen cevabı kaydet", false),
    APPEAL_OUTCOME("Kurulun kararını kaydet", false);

    private final String label;
    private final boolean citizensDesk;

    LegalStep(String label, boolean citizensDesk) {
        this.label = label;
        this.citizensDesk = citizensDesk;
    }

    /** The step at an address, e.g. {@code interim-answer}. */
    public static Optional<LegalStep> at(String address) {
        return Arrays.stream(values())
                .filter(step -> step.address().equals(address))
                .findFirst();
    }

    public String address() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words on its button. */
    public String label() {
        return label;
    }

    /** Whether the desk that took the application takes it for the citizen; else those who answer for 4982. */
    public boolean isOfCitizensDesk() {
        return citizensDesk;
    }
}
