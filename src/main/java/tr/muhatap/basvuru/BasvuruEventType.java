package tr.muhatap.basvuru;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The types of events. The id is stored in the history and exposed by the API, so it never changes, even if the record
 * is renamed; visibility for citizens is defined here.
 */
public enum BasvuruEventType {
    ALINDI("Alindi", BasvuruEvent.Alindi.class, true),
    YERINDE_BILGI_VERILDI("YerindeBilgiVerildi", BasvuruEvent.YerindeBilgiVerildi.class, true),
    AYDINLATMA_YAPILDI("AydinlatmaYapildi", BasvuruEvent.AydinlatmaYapildi.class, true),
    INCELENDI("Incelendi", BasvuruEvent.Incelendi.class, true),
    SEVK_EDILDI("SevkEdildi", BasvuruEvent.SevkEdildi.class, true),
    IADE_EDILDI("IadeEdildi", BasvuruEvent.IadeEdildi.class, false),
    CEVAP_HAZIRLANDI("CevapHazirlandi", BasvuruEvent.CevapHazirlandi.class, false),
    DUZELTME_ISTENDI("DuzeltmeIstendi", BasvuruEvent.DuzeltmeIstendi.class, false),
    ONAYLANDI("Onaylandi", BasvuruEvent.Onaylandi.class, true),
    MESAJ_ILETILDI("MesajIletildi", BasvuruEvent.MesajIletildi.class, false),
    ILETISIM_DUZELTILDI("IletisimDuzeltildi", BasvuruEvent.IletisimDuzeltildi.class, false),
    MESAJ_ILETILEMEDI("MesajIletilemedi", BasvuruEvent.MesajIletilemedi.class, false),
    ELLE_ILETILDI("ElleIletildi", BasvuruEvent.ElleIletildi.class, false),
    EK_EKLENDI("EkEklendi", BasvuruEvent.EkEklendi.class, false),
    EK_KALDIRILDI("EkKaldirildi", BasvuruEvent.EkKaldirildi.class, false),
    YAZI_SAYILANDI("YaziSayilandi", BasvuruEvent.YaziSayilandi.class, false),
    NOT_EKLENDI("NotEklendi", BasvuruEvent.NotEklendi.class, false),
    SURESI_DOLDU("SuresiDoldu", BasvuruEvent.SuresiDoldu.class, true),
    IS_VERILDI("IsVerildi", BasvuruEvent.IsVerildi.class, false),
    GOREV_GERI_VERILDI("GorevGeriVerildi", BasvuruEvent.GorevGeriVerildi.class, false),
    VEKALETEN_USTLENILDI("VekaletenUstlenildi", BasvuruEvent.VekaletenUstlenildi.class, false),
    IKINCI_SURE_DOLDU("IkinciSureDoldu", BasvuruEvent.IkinciSureDoldu.class, false),
    BIRIM_UYARILDI("BirimUyarildi", BasvuruEvent.BirimUyarildi.class, false),
    DEVRALINDI("Devralindi", BasvuruEvent.Devralindi.class, false),
    YENIDEN_SEVK_EDILDI("YenidenSevkEdildi", BasvuruEvent.YenidenSevkEdildi.class, false),
    KAPANDI("Kapandi", BasvuruEvent.Kapandi.class, true),
    EKSIK_BILDIRILDI("EksikBildirildi", BasvuruEvent.EksikBildirildi.class, true),
    EKSIK_TAMAMLANDI("EksikTamamlandi", BasvuruEvent.EksikTamamlandi.class, true),
    SURE_UZATILDI("SureUzatildi", BasvuruEvent.SureUzatildi.class, true),
    TEBLIG_EDILDI("TebligEdildi", BasvuruEvent.TebligEdildi.class, true),
    UZATMA_ULASMADI("UzatmaUlasmadi", BasvuruEvent.UzatmaUlasmadi.class, true),
    ODEME_SURESI_BELIRLENDI("OdemeSuresiBelirlendi", BasvuruEvent.OdemeSuresiBelirlendi.class, true),
    UCRET_BILDIRILDI("UcretBildirildi", BasvuruEvent.UcretBildirildi.class, true),
    ODEME_BELGESI_SUNULDU("OdemeBelgesiSunuldu", BasvuruEvent.OdemeBelgesiSunuldu.class, true),
    ODEME_BELGESI_KABUL_EDILMEDI("OdemeBelgesiKabulEdilmedi", BasvuruEvent.OdemeBelgesiKabulEdilmedi.class, true),
    UCRET_ODENDI("UcretOdendi", BasvuruEvent.UcretOdendi.class, true),
    TATIL_SUREYI_DEGISTIRDI("TatilSureyiDegistirdi", BasvuruEvent.TatilSureyiDegistirdi.class, true),
    YUKSELTME_GERI_ALINDI("YukseltmeGeriAlindi", BasvuruEvent.YukseltmeGeriAlindi.class, false),
    ARA_CEVAP_VERILDI("AraCevapVerildi", BasvuruEvent.AraCevapVerildi.class, true),
    GORUS_ISTENDI("GorusIstendi", BasvuruEvent.GorusIstendi.class, true),
    GORUS_GELDI("GorusGeldi", BasvuruEvent.GorusGeldi.class, true),
    GORUS_GERI_CEKILDI("GorusGeriCekildi", BasvuruEvent.GorusGeriCekildi.class, false),
    SORU_SORULDU("SoruSoruldu", BasvuruEvent.SoruSoruldu.class, true),
    SORU_CEVAPLANDI("SoruCevaplandi", BasvuruEvent.SoruCevaplandi.class, true),
    SORU_HATIRLATILDI("SoruHatirlatildi", BasvuruEvent.SoruHatirlatildi.class, false),
    SORU_GERI_ALINDI("SoruGeriAlindi", BasvuruEvent.SoruGeriAlindi.class, true),
    SORU_SURESI_DOLDU("SoruSuresiDoldu", BasvuruEvent.SoruSuresiDoldu.class, true),
    GERI_CEKILDI("GeriCekildi", BasvuruEvent.GeriCekildi.class, true),
    YENIDEN_ACILDI("YenidenAcildi", BasvuruEvent.YenidenAcildi.class, true),
    GEREKCE_YAZILDI("GerekceYazildi", BasvuruEvent.GerekceYazildi.class, false),
    TAKIP_KODU_YENILENDI("TakipKoduYenilendi", BasvuruEvent.TakipKoduYenilendi.class, true),
    BIRLESTIRILDI("Birlestirildi", BasvuruEvent.Birlestirildi.class, true),
    ITIRAZ_EDILDI("ItirazEdildi", BasvuruEvent.ItirazEdildi.class, true),
    KURUL_BILGI_ISTEDI("KurulBilgiIstedi", BasvuruEvent.KurulBilgiIstedi.class, false),
    KURUL_SURESI_DOLDU("KurulSuresiDoldu", BasvuruEvent.KurulSuresiDoldu.class, false),
    KURUL_IKINCI_SURE_DOLDU("KurulIkinciSureDoldu", BasvuruEvent.KurulIkinciSureDoldu.class, false),
    KURUL_CEVABI_HATIRLATILDI("KurulCevabiHatirlatildi", BasvuruEvent.KurulCevabiHatirlatildi.class, false),
    KURUL_SURESI_DEGISTI("KurulSuresiDegisti", BasvuruEvent.KurulSuresiDegisti.class, false),
    KURULA_CEVAP_VERILDI("KurulaCevapVerildi", BasvuruEvent.KurulaCevapVerildi.class, false),
    ITIRAZ_SONUCLANDI("ItirazSonuclandi", BasvuruEvent.ItirazSonuclandi.class, true),
    MURACAAT_ALINDI("MuracaatAlindi", BasvuruEvent.MuracaatAlindi.class, true),
    MURACAAT_IKINCI_YERE("MuracaatIkinciYere", BasvuruEvent.MuracaatIkinciYere.class, true),
    MURACAAT_SURESI_DEGISTI("MuracaatSuresiDegisti", BasvuruEvent.MuracaatSuresiDegisti.class, true),
    MURACAAT_CEVAPLANDI("MuracaatCevaplandi", BasvuruEvent.MuracaatCevaplandi.class, true),
    SAKLAMA_ENGELI_KONULDU("SaklamaEngeliKonuldu", BasvuruEvent.SaklamaEngeliKonuldu.class, false),
    SAKLAMA_ENGELI_KALDIRILDI("SaklamaEngeliKaldirildi", BasvuruEvent.SaklamaEngeliKaldirildi.class, false),
    ANONIM_HALE_GETIRILDI("AnonimHaleGetirildi", BasvuruEvent.AnonimHaleGetirildi.class, false);

    private static final Map<String, BasvuruEventType> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(BasvuruEventType::id, Function.identity()));

    private static final Map<Class<?>, BasvuruEventType> BY_RECORD = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(BasvuruEventType::record, Function.identity()));

    private final String id;
    private final Class<? extends BasvuruEvent> record;
    private final boolean shownToCitizen;

    BasvuruEventType(String id, Class<? extends BasvuruEvent> record, boolean shownToCitizen) {
        this.id = id;
        this.record = record;
        this.shownToCitizen = shownToCitizen;
    }

    /** The type of an id; empty for an id of a later version. */
    public static Optional<BasvuruEventType> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    static BasvuruEventType of(BasvuruEvent event) {
        return Optional.ofNullable(BY_RECORD.get(event.getClass())).orElseThrow();
    }

    /** Stable id, e.g. {@code SevkEdildi}. */
    public String id() {
        return id;
    }

    /** The record class with its facts. */
    public Class<? extends BasvuruEvent> record() {
        return record;
    }

    /** Whether the tracking page shows it; internal events are hidden. */
    public boolean isShownToCitizen() {
        return shownToCitizen;
    }
}
