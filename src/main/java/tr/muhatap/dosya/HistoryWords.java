package tr.muhatap.dosya;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruEventType;
import tr.muhatap.basvuru.History;
import tr.muhatap.organization.Organization;
import tr.muhatap.text.Texts;

/** Formats entries of the history for users. */
@Component
public class HistoryWords {

    private final HistoryFacts facts;

    HistoryWords(Organization organization) {
        this.facts = new HistoryFacts(organization);
    }

    /** Label of an entry, e.g. "Birime sevk edildi"; the bare id for an event of a later version. */
    public String label(History.Entry entry) {
        return entry.type().map(HistoryWords::label).orElse(entry.action());
    }

    /** Label for citizens, without internal details. */
    public String citizenLabel(BasvuruEventType type) {
        return type == BasvuruEventType.SURESI_DOLDU ? Texts.of("dosya.history-words.suresi-doldu") : label(type);
    }

    /** The event's own facts in one line, e.g. "Park ve Bahçeler: budama ekibi sizde"; null if there are none. */
    public @Nullable String summary(History.Entry entry) {
        var event = entry.event();
        // An event without facts has none, or they were erased
        return event == null || entry.detail().isEmpty() ? null : summary(event);
    }

    @Nullable
    String summary(BasvuruEvent event) {
        var parts = facts.visit(event);
        return parts.isEmpty() ? null : String.join(" · ", parts);
    }

    static String label(BasvuruEventType type) {
        return switch (type) {
            case ALINDI -> Texts.of("dosya.history-words.alindi");
            case YERINDE_BILGI_VERILDI -> Texts.of("dosya.history-words.yerinde-bilgi-verildi");
            case AYDINLATMA_YAPILDI -> Texts.of("dosya.history-words.aydinlatma-yapildi");
            case INCELENDI -> Texts.of("dosya.history-words.incelendi");
            case SEVK_EDILDI -> Texts.of("dosya.history-words.sevk-edildi");
            case IADE_EDILDI -> Texts.of("dosya.history-words.iade-edildi");
            case CEVAP_HAZIRLANDI -> Texts.of("dosya.history-words.cevap-hazirlandi");
            case DUZELTME_ISTENDI -> Texts.of("dosya.history-words.duzeltme-istendi");
            case ONAYLANDI -> Texts.of("dosya.history-words.onaylandi");
            case MESAJ_ILETILDI -> Texts.of("dosya.history-words.mesaj-iletildi");
            case ILETISIM_DUZELTILDI -> Texts.of("dosya.history-words.iletisim-duzeltildi");
            case MESAJ_ILETILEMEDI -> Texts.of("dosya.history-words.mesaj-iletilemedi");
            case ELLE_ILETILDI -> Texts.of("dosya.history-words.elle-iletildi");
            case EK_EKLENDI -> Texts.of("dosya.history-words.ek-eklendi");
            case EK_KALDIRILDI -> Texts.of("dosya.history-words.ek-kaldirildi");
            case YAZI_SAYILANDI -> Texts.of("dosya.history-words.yazi-sayilandi");
            case NOT_EKLENDI -> Texts.of("dosya.history-words.not-eklendi");
            case SURESI_DOLDU -> Texts.of("dosya.history-words.suresi-doldu-2");
            case IS_VERILDI -> Texts.of("dosya.history-words.is-verildi");
            case GOREV_GERI_VERILDI -> Texts.of("dosya.history-words.gorev-geri-verildi");
            case VEKALETEN_USTLENILDI -> Texts.of("dosya.history-words.vekaleten-ustlenildi");
            case IKINCI_SURE_DOLDU -> Texts.of("dosya.history-words.ikinci-sure-doldu");
            case BIRIM_UYARILDI -> Texts.of("dosya.history-words.birim-uyarildi");
            case DEVRALINDI -> Texts.of("dosya.history-words.devralindi");
            case YENIDEN_SEVK_EDILDI -> Texts.of("dosya.history-words.yeniden-sevk-edildi");
            case KAPANDI -> Texts.of("dosya.history-words.kapandi");
            case EKSIK_BILDIRILDI -> Texts.of("dosya.history-words.eksik-bildirildi");
            case EKSIK_TAMAMLANDI -> Texts.of("dosya.history-words.eksik-tamamlandi");
            case SURE_UZATILDI -> Texts.of("dosya.history-words.sure-uzatildi");
            case TEBLIG_EDILDI -> Texts.of("dosya.history-words.teblig-edildi");
            case UZATMA_ULASMADI -> Texts.of("dosya.history-words.uzatma-ulasmadi");
            case ODEME_SURESI_BELIRLENDI -> Texts.of("dosya.history-words.odeme-suresi-belirlendi");
            case UCRET_BILDIRILDI -> Texts.of("dosya.history-words.ucret-bildirildi");
            case ODEME_BELGESI_SUNULDU -> Texts.of("dosya.history-words.odeme-belgesi-sunuldu");
            case ODEME_BELGESI_KABUL_EDILMEDI -> Texts.of("dosya.history-words.odeme-belgesi-kabul-edilmedi");
            case UCRET_ODENDI -> Texts.of("dosya.history-words.ucret-odendi");
            case TATIL_SUREYI_DEGISTIRDI -> Texts.of("dosya.history-words.tatil-sureyi-degistirdi");
            case YUKSELTME_GERI_ALINDI -> Texts.of("dosya.history-words.yukseltme-geri-alindi");
            case ARA_CEVAP_VERILDI -> Texts.of("dosya.history-words.ara-cevap-verildi");
            case GORUS_ISTENDI -> Texts.of("dosya.history-words.gorus-istendi");
            case GORUS_GELDI -> Texts.of("dosya.history-words.gorus-geldi");
            case GORUS_GERI_CEKILDI -> Texts.of("dosya.history-words.gorus-geri-cekildi");
            case SORU_SORULDU -> Texts.of("dosya.history-words.soru-soruldu");
            case SORU_CEVAPLANDI -> Texts.of("dosya.history-words.soru-cevaplandi");
            case SORU_HATIRLATILDI -> Texts.of("dosya.history-words.soru-hatirlatildi");
            case SORU_GERI_ALINDI -> Texts.of("dosya.history-words.soru-geri-alindi");
            case SORU_SURESI_DOLDU -> Texts.of("dosya.history-words.soru-suresi-doldu");
            case GERI_CEKILDI -> Texts.of("dosya.history-words.geri-cekildi");
            case YENIDEN_ACILDI -> Texts.of("dosya.history-words.yeniden-acildi");
            case GEREKCE_YAZILDI -> Texts.of("dosya.history-words.gerekce-yazildi");
            case TAKIP_KODU_YENILENDI -> Texts.of("dosya.history-words.takip-kodu-yenilendi");
            case BIRLESTIRILDI -> Texts.of("dosya.history-words.birlestirildi");
            case ITIRAZ_EDILDI -> Texts.of("dosya.history-words.itiraz-edildi");
            case KURUL_BILGI_ISTEDI -> Texts.of("dosya.history-words.kurul-bilgi-istedi");
            case KURUL_SURESI_DOLDU -> Texts.of("dosya.history-words.kurul-suresi-doldu");
            case KURUL_IKINCI_SURE_DOLDU -> Texts.of("dosya.history-words.kurul-ikinci-sure-doldu");
            case KURUL_CEVABI_HATIRLATILDI -> Texts.of("dosya.history-words.kurul-cevabi-hatirlatildi");
            case KURUL_SURESI_DEGISTI -> Texts.of("dosya.history-words.kurul-suresi-degisti");
            case KURULA_CEVAP_VERILDI -> Texts.of("dosya.history-words.kurula-cevap-verildi");
            case ITIRAZ_SONUCLANDI -> Texts.of("dosya.history-words.itiraz-sonuclandi");
            case MURACAAT_ALINDI -> Texts.of("dosya.history-words.muracaat-alindi");
            case MURACAAT_IKINCI_YERE -> Texts.of("dosya.history-words.muracaat-ikinci-yere");
            case MURACAAT_SURESI_DEGISTI -> Texts.of("dosya.history-words.muracaat-suresi-degisti");
            case MURACAAT_CEVAPLANDI -> Texts.of("dosya.history-words.muracaat-cevaplandi");
            case SAKLAMA_ENGELI_KONULDU -> Texts.of("dosya.history-words.saklama-engeli-konuldu");
            case SAKLAMA_ENGELI_KALDIRILDI -> Texts.of("dosya.history-words.saklama-engeli-kaldirildi");
            case ANONIM_HALE_GETIRILDI -> Texts.of("dosya.history-words.anonim-hale-getirildi");
        };
    }
}
