package tr.muhatap.letter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The letters the office writes to an applicant. */
public enum LetterKind {
    KAYIT_BILDIRIMI("Kayıt bildirimi", "Başvurunuzun kaydı"),
    SURE_UZATIMI("Süre uzatımı", "Cevap süresinin uzatılması"),
    UCRET_BILDIRIMI("Ücret bildirimi", "Erişim ücreti"),
    EKSIKLIK_BILDIRIMI("Eksiklik bildirimi", "Başvurunuzdaki eksiklik"),
    YONLENDIRME("Yönlendirme", "Başvurunuzun yönlendirilmesi"),
    RET("Ret", "Başvurunuz"),
    KISMI_RET("Kısmi ret", "Başvurunuz"),
    ARA_CEVAP("Ara cevap", "Başvurunuzun durumu"),
    SONUC("Sonuç", "Başvurunuzun sonucu");

    private final String label;
    private final String matter;

    LetterKind(String label, String matter) {
        this.label = label;
        this.matter = matter;
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

    /** What stands after "Konu". */
    String matter() {
        return matter + " hk.";
    }

    /** Its words, in {@code templates/yazi}. */
    String template() {
        return "yazi/" + address() + ".txt";
    }
}
