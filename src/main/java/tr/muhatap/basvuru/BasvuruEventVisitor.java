package tr.muhatap.basvuru;

/**
 * One method per event, so that the compiler reports implementations that miss a new event.
 *
 * @param <R> the result
 */
public interface BasvuruEventVisitor<R> {

    /** Dispatches to the method of the event's type. */
    default R visit(BasvuruEvent event) {
        return switch (event.type()) {
            case ALINDI -> alindi((BasvuruEvent.Alindi) event);
            case YERINDE_BILGI_VERILDI -> yerindeBilgiVerildi((BasvuruEvent.YerindeBilgiVerildi) event);
            case AYDINLATMA_YAPILDI -> aydinlatmaYapildi((BasvuruEvent.AydinlatmaYapildi) event);
            case INCELENDI -> incelendi((BasvuruEvent.Incelendi) event);
            case SEVK_EDILDI -> sevkEdildi((BasvuruEvent.SevkEdildi) event);
            case IADE_EDILDI -> iadeEdildi((BasvuruEvent.IadeEdildi) event);
            case CEVAP_HAZIRLANDI -> cevapHazirlandi((BasvuruEvent.CevapHazirlandi) event);
            case DUZELTME_ISTENDI -> duzeltmeIstendi((BasvuruEvent.DuzeltmeIstendi) event);
            case ONAYLANDI -> onaylandi((BasvuruEvent.Onaylandi) event);
            case MESAJ_ILETILDI -> mesajIletildi((BasvuruEvent.MesajIletildi) event);
            case ILETISIM_DUZELTILDI -> iletisimDuzeltildi((BasvuruEvent.IletisimDuzeltildi) event);
            case MESAJ_ILETILEMEDI -> mesajIletilemedi((BasvuruEvent.MesajIletilemedi) event);
            case ELLE_ILETILDI -> elleIletildi((BasvuruEvent.ElleIletildi) event);
            case EK_EKLENDI -> ekEklendi((BasvuruEvent.EkEklendi) event);
            case EK_KALDIRILDI -> ekKaldirildi((BasvuruEvent.EkKaldirildi) event);
            case YAZI_SAYILANDI -> yaziSayilandi((BasvuruEvent.YaziSayilandi) event);
            case NOT_EKLENDI -> notEklendi((BasvuruEvent.NotEklendi) event);
            case SURESI_DOLDU -> suresiDoldu((BasvuruEvent.SuresiDoldu) event);
            case IS_VERILDI -> isVerildi((BasvuruEvent.IsVerildi) event);
            case GOREV_GERI_VERILDI -> gorevGeriVerildi((BasvuruEvent.GorevGeriVerildi) event);
            case VEKALETEN_USTLENILDI -> vekaletenUstlenildi((BasvuruEvent.VekaletenUstlenildi) event);
            case IKINCI_SURE_DOLDU -> ikinciSureDoldu((BasvuruEvent.IkinciSureDoldu) event);
            case BIRIM_UYARILDI -> birimUyarildi((BasvuruEvent.BirimUyarildi) event);
            case DEVRALINDI -> devralindi((BasvuruEvent.Devralindi) event);
            case YENIDEN_SEVK_EDILDI -> yenidenSevkEdildi((BasvuruEvent.YenidenSevkEdildi) event);
            case KAPANDI -> kapandi((BasvuruEvent.Kapandi) event);
            case EKSIK_BILDIRILDI -> eksikBildirildi((BasvuruEvent.EksikBildirildi) event);
            case EKSIK_TAMAMLANDI -> eksikTamamlandi((BasvuruEvent.EksikTamamlandi) event);
            case SURE_UZATILDI -> sureUzatildi((BasvuruEvent.SureUzatildi) event);
            case TEBLIG_EDILDI -> tebligEdildi((BasvuruEvent.TebligEdildi) event);
            case UZATMA_ULASMADI -> uzatmaUlasmadi((BasvuruEvent.UzatmaUlasmadi) event);
            case ODEME_SURESI_BELIRLENDI -> odemeSuresiBelirlendi((BasvuruEvent.OdemeSuresiBelirlendi) event);
            case UCRET_BILDIRILDI -> ucretBildirildi((BasvuruEvent.UcretBildirildi) event);
            case ODEME_BELGESI_SUNULDU -> odemeBelgesiSunuldu((BasvuruEvent.OdemeBelgesiSunuldu) event);
            case ODEME_BELGESI_KABUL_EDILMEDI ->
                odemeBelgesiKabulEdilmedi((BasvuruEvent.OdemeBelgesiKabulEdilmedi) event);
            case UCRET_ODENDI -> ucretOdendi((BasvuruEvent.UcretOdendi) event);
            case TATIL_SUREYI_DEGISTIRDI -> tatilSureyiDegistirdi((BasvuruEvent.TatilSureyiDegistirdi) event);
            case YUKSELTME_GERI_ALINDI -> yukseltmeGeriAlindi((BasvuruEvent.YukseltmeGeriAlindi) event);
            case ARA_CEVAP_VERILDI -> araCevapVerildi((BasvuruEvent.AraCevapVerildi) event);
            case GORUS_ISTENDI -> gorusIstendi((BasvuruEvent.GorusIstendi) event);
            case GORUS_GELDI -> gorusGeldi((BasvuruEvent.GorusGeldi) event);
            case GORUS_GERI_CEKILDI -> gorusGeriCekildi((BasvuruEvent.GorusGeriCekildi) event);
            case SORU_SORULDU -> soruSoruldu((BasvuruEvent.SoruSoruldu) event);
            case SORU_CEVAPLANDI -> soruCevaplandi((BasvuruEvent.SoruCevaplandi) event);
            case SORU_HATIRLATILDI -> soruHatirlatildi((BasvuruEvent.SoruHatirlatildi) event);
            case SORU_GERI_ALINDI -> soruGeriAlindi((BasvuruEvent.SoruGeriAlindi) event);
            case SORU_SURESI_DOLDU -> soruSuresiDoldu((BasvuruEvent.SoruSuresiDoldu) event);
            case GERI_CEKILDI -> geriCekildi((BasvuruEvent.GeriCekildi) event);
            case YENIDEN_ACILDI -> yenidenAcildi((BasvuruEvent.YenidenAcildi) event);
            case GEREKCE_YAZILDI -> gerekceYazildi((BasvuruEvent.GerekceYazildi) event);
            case TAKIP_KODU_YENILENDI -> takipKoduYenilendi((BasvuruEvent.TakipKoduYenilendi) event);
            case BIRLESTIRILDI -> birlestirildi((BasvuruEvent.Birlestirildi) event);
            case ITIRAZ_EDILDI -> itirazEdildi((BasvuruEvent.ItirazEdildi) event);
            case KURUL_BILGI_ISTEDI -> kurulBilgiIstedi((BasvuruEvent.KurulBilgiIstedi) event);
            case KURUL_SURESI_DOLDU -> kurulSuresiDoldu((BasvuruEvent.KurulSuresiDoldu) event);
            case KURUL_IKINCI_SURE_DOLDU -> kurulIkinciSureDoldu((BasvuruEvent.KurulIkinciSureDoldu) event);
            case KURUL_CEVABI_HATIRLATILDI -> kurulCevabiHatirlatildi((BasvuruEvent.KurulCevabiHatirlatildi) event);
            case KURUL_SURESI_DEGISTI -> kurulSuresiDegisti((BasvuruEvent.KurulSuresiDegisti) event);
            case KURULA_CEVAP_VERILDI -> kurulaCevapVerildi((BasvuruEvent.KurulaCevapVerildi) event);
            case ITIRAZ_SONUCLANDI -> itirazSonuclandi((BasvuruEvent.ItirazSonuclandi) event);
            case MURACAAT_ALINDI -> muracaatAlindi((BasvuruEvent.MuracaatAlindi) event);
            case MURACAAT_IKINCI_YERE -> muracaatIkinciYere((BasvuruEvent.MuracaatIkinciYere) event);
            case MURACAAT_SURESI_DEGISTI -> muracaatSuresiDegisti((BasvuruEvent.MuracaatSuresiDegisti) event);
            case MURACAAT_CEVAPLANDI -> muracaatCevaplandi((BasvuruEvent.MuracaatCevaplandi) event);
            case SAKLAMA_ENGELI_KONULDU -> saklamaEngeliKonuldu((BasvuruEvent.SaklamaEngeliKonuldu) event);
            case SAKLAMA_ENGELI_KALDIRILDI -> saklamaEngeliKaldirildi((BasvuruEvent.SaklamaEngeliKaldirildi) event);
            case ANONIM_HALE_GETIRILDI -> anonimHaleGetirildi((BasvuruEvent.AnonimHaleGetirildi) event);
        };
    }

    R alindi(BasvuruEvent.Alindi event);

    R yerindeBilgiVerildi(BasvuruEvent.YerindeBilgiVerildi event);

    R aydinlatmaYapildi(BasvuruEvent.AydinlatmaYapildi event);

    R incelendi(BasvuruEvent.Incelendi event);

    R sevkEdildi(BasvuruEvent.SevkEdildi event);

    R iadeEdildi(BasvuruEvent.IadeEdildi event);

    R cevapHazirlandi(BasvuruEvent.CevapHazirlandi event);

    R duzeltmeIstendi(BasvuruEvent.DuzeltmeIstendi event);

    R onaylandi(BasvuruEvent.Onaylandi event);

    R mesajIletildi(BasvuruEvent.MesajIletildi event);

    R iletisimDuzeltildi(BasvuruEvent.IletisimDuzeltildi event);

    R mesajIletilemedi(BasvuruEvent.MesajIletilemedi event);

    R elleIletildi(BasvuruEvent.ElleIletildi event);

    R ekEklendi(BasvuruEvent.EkEklendi event);

    R ekKaldirildi(BasvuruEvent.EkKaldirildi event);

    R yaziSayilandi(BasvuruEvent.YaziSayilandi event);

    R notEklendi(BasvuruEvent.NotEklendi event);

    R suresiDoldu(BasvuruEvent.SuresiDoldu event);

    R isVerildi(BasvuruEvent.IsVerildi event);

    R gorevGeriVerildi(BasvuruEvent.GorevGeriVerildi event);

    R vekaletenUstlenildi(BasvuruEvent.VekaletenUstlenildi event);

    R ikinciSureDoldu(BasvuruEvent.IkinciSureDoldu event);

    R birimUyarildi(BasvuruEvent.BirimUyarildi event);

    R devralindi(BasvuruEvent.Devralindi event);

    R yenidenSevkEdildi(BasvuruEvent.YenidenSevkEdildi event);

    R kapandi(BasvuruEvent.Kapandi event);

    R eksikBildirildi(BasvuruEvent.EksikBildirildi event);

    R eksikTamamlandi(BasvuruEvent.EksikTamamlandi event);

    R sureUzatildi(BasvuruEvent.SureUzatildi event);

    R tebligEdildi(BasvuruEvent.TebligEdildi event);

    R uzatmaUlasmadi(BasvuruEvent.UzatmaUlasmadi event);

    R odemeSuresiBelirlendi(BasvuruEvent.OdemeSuresiBelirlendi event);

    R ucretBildirildi(BasvuruEvent.UcretBildirildi event);

    R odemeBelgesiSunuldu(BasvuruEvent.OdemeBelgesiSunuldu event);

    R odemeBelgesiKabulEdilmedi(BasvuruEvent.OdemeBelgesiKabulEdilmedi event);

    R ucretOdendi(BasvuruEvent.UcretOdendi event);

    R tatilSureyiDegistirdi(BasvuruEvent.TatilSureyiDegistirdi event);

    R yukseltmeGeriAlindi(BasvuruEvent.YukseltmeGeriAlindi event);

    R araCevapVerildi(BasvuruEvent.AraCevapVerildi event);

    R gorusIstendi(BasvuruEvent.GorusIstendi event);

    R gorusGeldi(BasvuruEvent.GorusGeldi event);

    R gorusGeriCekildi(BasvuruEvent.GorusGeriCekildi event);

    R soruSoruldu(BasvuruEvent.SoruSoruldu event);

    R soruCevaplandi(BasvuruEvent.SoruCevaplandi event);

    R soruHatirlatildi(BasvuruEvent.SoruHatirlatildi event);

    R soruGeriAlindi(BasvuruEvent.SoruGeriAlindi event);

    R soruSuresiDoldu(BasvuruEvent.SoruSuresiDoldu event);

    R geriCekildi(BasvuruEvent.GeriCekildi event);

    R yenidenAcildi(BasvuruEvent.YenidenAcildi event);

    R gerekceYazildi(BasvuruEvent.GerekceYazildi event);

    R takipKoduYenilendi(BasvuruEvent.TakipKoduYenilendi event);

    R birlestirildi(BasvuruEvent.Birlestirildi event);

    R itirazEdildi(BasvuruEvent.ItirazEdildi event);

    R kurulBilgiIstedi(BasvuruEvent.KurulBilgiIstedi event);

    R kurulSuresiDoldu(BasvuruEvent.KurulSuresiDoldu event);

    R kurulIkinciSureDoldu(BasvuruEvent.KurulIkinciSureDoldu event);

    R kurulCevabiHatirlatildi(BasvuruEvent.KurulCevabiHatirlatildi event);

    R kurulSuresiDegisti(BasvuruEvent.KurulSuresiDegisti event);

    R kurulaCevapVerildi(BasvuruEvent.KurulaCevapVerildi event);

    R itirazSonuclandi(BasvuruEvent.ItirazSonuclandi event);

    R muracaatAlindi(BasvuruEvent.MuracaatAlindi event);

    R muracaatIkinciYere(BasvuruEvent.MuracaatIkinciYere event);

    R muracaatSuresiDegisti(BasvuruEvent.MuracaatSuresiDegisti event);

    R muracaatCevaplandi(BasvuruEvent.MuracaatCevaplandi event);

    R saklamaEngeliKonuldu(BasvuruEvent.SaklamaEngeliKonuldu event);

    R saklamaEngeliKaldirildi(BasvuruEvent.SaklamaEngeliKaldirildi event);

    R anonimHaleGetirildi(BasvuruEvent.AnonimHaleGetirildi event);
}
