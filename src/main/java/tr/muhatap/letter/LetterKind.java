package tr.muhatap.letter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tr.muhatap.text.Texts;

/** Kinds of letters: to an applicant, or to the body to which an application is forwarded. */
public enum LetterKind {
    KAYIT_BILDIRIMI(
            Texts.of("letter.letter-kind.kayit-bildirimi"),
            Texts.of("letter.letter-kind.basvurunuzun-kaydi"),
            Texts.of("letter.letter-kind.basvurunun-kaydi")),
    SURE_UZATIMI(
            Texts.of("letter.letter-kind.sure-uzatimi"),
            Texts.of("letter.letter-kind.sure-uzatimi-2"),
            Texts.of("letter.letter-kind.sure-uzatimi-2")),
    UCRET_BILDIRIMI(
            Texts.of("letter.letter-kind.ucret-bildirimi"),
            Texts.of("letter.letter-kind.erisim-ucreti"),
            Texts.of("letter.letter-kind.erisim-ucreti")),
    EKSIKLIK_BILDIRIMI(
            Texts.of("letter.letter-kind.eksiklik-bildirimi"),
            Texts.of("letter.letter-kind.basvurunuzdaki-eksiklik"),
            Texts.of("letter.letter-kind.basvurudaki-eksiklik")),
    YONLENDIRME(
            Texts.of("letter.letter-kind.yonlendirme"),
            Texts.of("letter.letter-kind.basvurunuzun-yonlendirilmesi"),
            Texts.of("letter.letter-kind.basvurunun-yonlendirilmesi")),
    UST_YAZI(
            Texts.of("letter.letter-kind.ust-yazi"),
            Texts.of("letter.letter-kind.basvurunun-gonderilmesi"),
            Texts.of("letter.letter-kind.basvurunun-gonderilmesi")),
    RET(
            Texts.of("letter.letter-kind.ret"),
            Texts.of("letter.letter-kind.basvurunuz"),
            Texts.of("letter.letter-kind.bilgi-edinme-basvurusu")),
    KISMI_RET(
            Texts.of("letter.letter-kind.kismi-ret"),
            Texts.of("letter.letter-kind.basvurunuz"),
            Texts.of("letter.letter-kind.bilgi-edinme-basvurusu")),
    ARA_CEVAP(
            Texts.of("letter.letter-kind.ara-cevap"),
            Texts.of("letter.letter-kind.basvurunuzun-durumu"),
            Texts.of("letter.letter-kind.basvurunun-durumu")),
    SONUC(
            Texts.of("letter.letter-kind.sonuc"),
            Texts.of("letter.letter-kind.basvurunuzun-sonucu"),
            Texts.of("letter.letter-kind.basvurunun-sonucu"));

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

    /** Text after "Konu": initials in capitals, no full stop (2020/2646 Yönetmelik md. 12). */
    String matter(boolean toBody, boolean informationRequest) {
        if (toBody) {
            return matterToBody;
        }
        return informationRequest && (this == RET || this == KISMI_RET)
                ? Texts.of("letter.letter-kind.bilgi-edinme-basvurunuz")
                : matter;
    }

    /** Whether it contains the unit's answer with its files. */
    boolean carriesAnswer() {
        return this == RET || this == KISMI_RET || this == SONUC;
    }

    /** Template in {@code templates/yazi}; an answer to the body that forwarded a request has its own. */
    String template(boolean toBody) {
        return "yazi/" + (toBody && carriesAnswer() ? "kuruma-cevap" : address()) + ".txt";
    }
}
