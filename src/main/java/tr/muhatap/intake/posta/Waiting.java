package tr.muhatap.intake.posta;

import tr.muhatap.text.Texts;

/** Why a mail is left to a clerk. */
public enum Waiting {
    COK_BUYUK(Texts.of("intake.waiting.cok-buyuk")),
    BOZUK(Texts.of("intake.waiting.bozuk")),
    SIFRELI(Texts.of("intake.waiting.sifreli")),
    IMZALI(Texts.of("intake.waiting.imzali")),
    KAPALI_BICIM(Texts.of("intake.waiting.kapali-bicim")),
    TAKVIM(Texts.of("intake.waiting.takvim")),
    COK_KATMANLI(Texts.of("intake.waiting.cok-katmanli")),
    YALNIZ_HTML(Texts.of("intake.waiting.yalniz-html")),
    METIN_YOK(Texts.of("intake.waiting.metin-yok")),
    COK_UZUN(Texts.of("intake.waiting.cok-uzun")),
    KARAKTER_KUMESI(Texts.of("intake.waiting.karakter-kumesi")),
    COK_ALICILI(Texts.of("intake.waiting.cok-alicili")),
    GONDEREN(Texts.of("intake.waiting.gonderen")),
    BASKA_YANIT_ADRESI(Texts.of("intake.waiting.baska-yanit-adresi")),
    SAHTE_OLABILIR(Texts.of("intake.waiting.sahte-olabilir")),
    ISTENMEYEN(Texts.of("intake.waiting.istenmeyen")),
    AD_SOYAD_YOK(Texts.of("intake.waiting.ad-soyad-yok")),
    KIMLIK_YOK(Texts.of("intake.waiting.kimlik-yok")),
    BILGI_EDINME(Texts.of("intake.waiting.bilgi-edinme")),
    EK_ALINAMADI(Texts.of("intake.waiting.ek-alinamadi")),
    ADRES_TEYITSIZ(Texts.of("intake.waiting.adres-teyitsiz")),
    BASVURU_ALINAMADI(Texts.of("intake.waiting.basvuru-alinamadi")),
    NUMARA_VAR(Texts.of("intake.waiting.numara-var")),
    KAPALI_BASVURU(Texts.of("intake.waiting.kapali-basvuru")),
    CEVAP_EKLENEMEDI(Texts.of("intake.waiting.cevap-eklenemedi")),
    GERI_DONEN(Texts.of("intake.waiting.geri-donen")),
    BASKA_KUTUDA(Texts.of("intake.waiting.baska-kutuda")),
    COK_SIK(Texts.of("intake.waiting.cok-sik")),
    ISLENEMEDI(Texts.of("intake.waiting.islenemedi"));

    private final String label;

    Waiting(String label) {
        this.label = label;
    }

    /** The reason as a sentence for the clerk. */
    public String label() {
        return label;
    }
}
