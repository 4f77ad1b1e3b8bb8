package tr.muhatap.denetim;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.BasvuruEventType;
import tr.muhatap.text.Texts;

/** The lists of events for auditors. */
enum AuditList {
    ILETILENLER(
            null,
            BasvuruEventType.SURESI_DOLDU,
            BasvuruEventType.IS_VERILDI,
            BasvuruEventType.IKINCI_SURE_DOLDU,
            BasvuruEventType.BIRIM_UYARILDI,
            BasvuruEventType.DEVRALINDI,
            BasvuruEventType.YENIDEN_SEVK_EDILDI,
            BasvuruEventType.YUKSELTME_GERI_ALINDI),
    YENIDEN_ACILANLAR(null, BasvuruEventType.YENIDEN_ACILDI),
    /** Read by {@code AuditReader.approvedRefusals}: only approved answers. */
    REDDEDILENLER(null, BasvuruEventType.CEVAP_HAZIRLANDI),
    ISLEME_KONULMAYANLAR("\"ISLEME_KONULMAZ\"", BasvuruEventType.INCELENDI),
    UZATILANLAR(null, BasvuruEventType.SURE_UZATILDI, BasvuruEventType.UZATMA_ULASMADI),
    TATILLE_DEGISENLER(
            null,
            BasvuruEventType.TATIL_SUREYI_DEGISTIRDI,
            BasvuruEventType.MURACAAT_SURESI_DEGISTI,
            BasvuruEventType.KURUL_SURESI_DEGISTI),
    ILETILEMEYENLER(null, BasvuruEventType.MESAJ_ILETILEMEDI);

    private final @Nullable String detail;
    private final List<BasvuruEventType> types;

    AuditList(@Nullable String detail, BasvuruEventType... types) {
        this.detail = detail;
        this.types = List.of(types);
    }

    /** Path segment of the list. */
    public String address() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return Texts.of("denetim.liste." + address());
    }

    /** Description of the list. */
    public String words() {
        return Texts.of("denetim.liste-aciklama." + address());
    }

    @Nullable
    String detail() {
        return detail;
    }

    List<BasvuruEventType> types() {
        return types;
    }

    static Optional<AuditList> at(String address) {
        return Arrays.stream(values())
                .filter(list -> list.address().equals(address))
                .findFirst();
    }
}
