package tr.muhatap.letter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The letters the office writes: to an applicant, and to the body that an application is sent on to. */
public enum LetterKind {
    KAYIT_BILDIRIMI("Kayıt bildirimi", "Başvurunuzun Kaydı", "Başvurunun Kaydı"),
    SURE_UZATIMI("Süre uzatımı", "Süre Uzatımı", "Süre Uzatımı"),
    UCRET_BILDIRIMI("Ücret bildirimi", "Erişim Ücreti", "Erişim Ücreti"),
    EKSIKLIK_BILDIRIMI("Eksiklik bildirimi", "Başvurunuzdaki Eksiklik", "Başvurudaki Eksiklik"),
    YONLENDIRME("Yönlendirme", "Başvurunuzun Yönlendirilmesi", "Başvurunun Yönlendirilmesi"),
    UST_YAZI("Üst yazı", "Başvurunun Gönderilmesi", "Başvurunun Gönderilmesi"),
    RET("Ret", "Başvurunuz", "Bilgi Edinme Başvurusu"),
    KISMI_RET("Kısmi ret", "Başvurunuz", "Bilgi Edinme Başvurusu"),
    ARA_CEVAP("Ara cevap", "Başvurunuzun Durumu", "Başvurunun Durumu"),
    SONUC("Sonuç", "Başvurunuzun Sonucu", "Başvurunun Sonucu");

    private final String label;
    private final String matter;
    private final String matterToBody;

    LetterKind(String label, String matter, String matterToBody) {
        this.label = label;
        this.matter = matter;
        this.matterToBody = matterToBody;
    }

    /** The kind at an address, e.g. {@code sure-uzatimi}. */
    public static Optional<LetterKind> at(String address) {
        return Arrays.stream(values())
                .filter(kind -> kind.address().equals(address))
                .findFirst();
    }

    public String address() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** What stands after "Konu": initials in capitals, no stop (2020/2646 Yönetmelik md. 12). */
    String matter(boolean toBody, boolean informationRequest) {
        if (toBody) {
            return matterToBody;
        }
        return informationRequest && (this == RET || this == KISMI_RET) ? "Bilgi Edinme Başvurunuz" : matter;
    }

    /** Whether it carries the unit's answer, and its files. */
    boolean carriesAnswer() {
        return this == RET || this == KISMI_RET || this == SONUC;
    }

    /** Its words, in {@code templates/yazi}; an answer to the body that forwarded a request is a text of its own. */
    String template(boolean toBody) {
        return "yazi/" + (toBody && carriesAnswer() ? "kuruma-cevap" : address()) + ".txt";
    }
}
