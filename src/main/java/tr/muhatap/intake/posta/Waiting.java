package tr.muhatap.intake.posta;

/** Why the program leaves a mail to a clerk. */
public enum Waiting {
    COK_BUYUK("E-posta okunamayacak kadar büyük; başlangıcı gösteriliyor, tamamını posta kutusunda açın."),
    BOZUK("E-posta bozuk; içindekilerin tamamı okunamadı."),
    SIFRELI("E-posta şifreli."),
    IMZALI("E-posta elektronik imzalı; imzayı kontrol edin."),
    KAPALI_BICIM("E-posta yalnızca Outlook’un açabildiği biçimde (winmail.dat)."),
    TAKVIM("E-posta bir takvim daveti."),
    COK_KATMANLI("E-posta iç içe çok sayıda bölümden oluşuyor."),
    YALNIZ_HTML("E-postanın düz metni yok; metin HTML’den çıkarıldı."),
    METIN_YOK("E-postada metin yok."),
    COK_UZUN("E-postanın metni bir başvuru için çok uzun."),
    KARAKTER_KUMESI("E-postanın harfleri yanlış okunmuş olabilir."),
    COK_ALICILI("E-posta çok sayıda alıcıya gönderilmiş."),
    GONDEREN("Gönderenin adresi okunamadı veya birden çok gönderen var."),
    BASKA_YANIT_ADRESI("Cevap için gönderenden başka bir adres verilmiş."),
    SAHTE_OLABILIR("Gönderenin sunucusu bu e-postayı doğrulamıyor."),
    ISTENMEYEN("Posta sunucusu e-postayı istenmeyen e-posta saymış."),
    AD_SOYAD_YOK("Başvuru sahibinin adı ve soyadı anlaşılamadı."),
    KIMLIK_YOK("Bilgi edinme başvurusu için T.C. kimlik numarası bulunamadı."),
    BILGI_EDINME("E-posta 4982 sayılı Kanun kapsamında olabilir; kanalı siz seçin."),
    EK_ALINAMADI("Eklerden biri alınamıyor."),
    BASVURU_ALINAMADI("E-posta başvuru olarak kaydedilemedi."),
    NUMARA_VAR("Konuda bir başvuru numarası var, takip kodu yok veya yanlış."),
    KAPALI_BASVURU("Kapanmış bir başvuruya cevap gelmiş; yeniden açılıp açılmayacağına karar verin."),
    CEVAP_EKLENEMEDI("Başvurusuna eklenemedi."),
    GERI_DONEN("Bir bildirimin iletilemediğini yazıyor, hangisi olduğu anlaşılamadı."),
    BASKA_KUTUDA("Aynı e-posta başka bir kanalın posta kutusuna da gelmiş."),
    COK_SIK("Aynı gönderenden kısa sürede çok sayıda veya aynı metinle e-posta gelmiş; otomatik olabilir."),
    ISLENEMEDI("E-posta işlenirken hata oluştu.");

    private final String label;

    Waiting(String label) {
        this.label = label;
    }

    /** The sentence that a clerk reads. */
    public String label() {
        return label;
    }
}
