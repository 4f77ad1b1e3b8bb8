package tr.muhatap.notification;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.ServedPaper;

/** What a message is for. */
public enum Purpose {
    KAYIT("Kayıt bildirimi"),
    EKSIKLIK_BILDIRIMI("Eksiklik bildirimi"),
    SURE_UZATIMI("Süre uzatımı bildirimi"),
    UCRET_BILDIRIMI("Ücret bildirimi"),
    ARA_CEVAP("Ara cevap"),
    CEVAP("Cevap"),
    SONUC("Sonuç bildirimi"),
    YENIDEN_ACMA("Yeniden açma bildirimi"),
    TAKIP_KODU("Yeni takip kodu"),
    UCRET_ODENDI("Ödeme bildirimi"),
    MURACAAT_KAYDI("Müracaat kayıt bildirimi"),
    MURACAAT_CEVABI("Müracaat cevabı"),
    UYARI("Birime uyarı"),
    OZET("Günlük süre özeti"),
    ADRES_DEGISTI("E-posta adresiniz değişti");

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The notice whose service starts a period; null for what only informs. */
    @Nullable
    ServedPaper paper() {
        return switch (this) {
            case SURE_UZATIMI -> ServedPaper.SURE_UZATIMI;
            case UCRET_BILDIRIMI -> ServedPaper.UCRET_BILDIRIMI;
            case CEVAP, SONUC -> ServedPaper.CEVAP;
            default -> null;
        };
    }

    boolean isForStaff() {
        return this == UYARI || this == OZET || this == ADRES_DEGISTI;
    }

    /** Name of the template with its words, in {@code templates/mesaj}. */
    String template() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }
}
