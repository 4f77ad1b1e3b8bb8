package tr.muhatap.notification;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.ServedPaper;
import tr.muhatap.text.Texts;

/** Purpose of a message. */
public enum Purpose {
    KAYIT(Texts.of("notification.purpose.kayit")),
    EKSIKLIK_BILDIRIMI(Texts.of("notification.purpose.eksiklik-bildirimi")),
    SURE_UZATIMI(Texts.of("notification.purpose.sure-uzatimi")),
    UCRET_BILDIRIMI(Texts.of("notification.purpose.ucret-bildirimi")),
    ARA_CEVAP(Texts.of("notification.purpose.ara-cevap")),
    CEVAP(Texts.of("notification.purpose.cevap")),
    SONUC(Texts.of("notification.purpose.sonuc")),
    UST_YAZI(Texts.of("notification.purpose.ust-yazi")),
    YENIDEN_ACMA(Texts.of("notification.purpose.yeniden-acma")),
    TAKIP_KODU(Texts.of("notification.purpose.takip-kodu")),
    ODEME_BELGESI_RET(Texts.of("notification.purpose.odeme-belgesi-ret")),
    UCRET_ODENDI(Texts.of("notification.purpose.ucret-odendi")),
    MURACAAT_KAYDI(Texts.of("notification.purpose.muracaat-kaydi")),
    MURACAAT_CEVABI(Texts.of("notification.purpose.muracaat-cevabi")),
    /** A link with questions, to whoever is asked. */
    SORU(Texts.of("notification.purpose.soru")),
    SORU_HATIRLATMA(Texts.of("notification.purpose.soru-hatirlatma")),
    UYARI(Texts.of("notification.purpose.uyari")),
    KURUL_UYARISI(Texts.of("notification.purpose.kurul-uyarisi")),
    OZET(Texts.of("notification.purpose.ozet")),
    ADRES_DEGISTI(Texts.of("notification.purpose.adres-degisti"));

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The notice whose service starts a period; null for purely informative messages. */
    @Nullable
    ServedPaper paper() {
        return switch (this) {
            case SURE_UZATIMI -> ServedPaper.SURE_UZATIMI;
            case UCRET_BILDIRIMI -> ServedPaper.UCRET_BILDIRIMI;
            case CEVAP, SONUC -> ServedPaper.CEVAP;
            default -> null;
        };
    }

    /** Whether it goes to whoever is asked by a link, by the way that the asker chose and no other. */
    boolean isInquiry() {
        return this == SORU || this == SORU_HATIRLATMA;
    }

    /** Whether it is none of the messages to the applicant about the application. */
    boolean isForStaff() {
        return isInquiry()
                || this == UST_YAZI
                || this == UYARI
                || this == KURUL_UYARISI
                || this == OZET
                || this == ADRES_DEGISTI;
    }

    /** Template in {@code templates/mesaj}. */
    String template() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }
}
