package tr.muhatap.dosya;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruEventType;
import tr.muhatap.basvuru.History;
import tr.muhatap.organization.Organization;

/** Turns lines of the history into the words the office uses. */
@Component
public class HistoryWords {

    private final HistoryFacts facts;

    HistoryWords(Organization organization) {
        this.facts = new HistoryFacts(organization);
    }

    /** What happened, e.g. "Birime sevk edildi"; the bare id for an event of a later version. */
    public String label(History.Entry entry) {
        return entry.type().map(HistoryWords::label).orElse(entry.action());
    }

    /** As {@link #label(History.Entry)}, without what the office does about it. */
    public String citizenLabel(BasvuruEventType type) {
        return type == BasvuruEventType.SURESI_DOLDU ? "Süresi doldu" : label(type);
    }

    /** The event's own facts in one line, e.g. "Park ve Bahçeler: budama ekibi sizde"; null where there are none. */
    public @Nullable String summary(History.Entry entry) {
        var event = entry.event();
        return event == null ? null : summary(event);
    }

    @Nullable
    String summary(BasvuruEvent event) {
        var parts = facts.visit(event);
        return parts.isEmpty() ? null : String.join(" · ", parts);
    }

    static String label(BasvuruEventType type) {
        return switch (type) {
            case ALINDI -> "Başvuru kaydedildi";
            case YERINDE_BILGI_VERILDI -> "Kaydedildi, yerinde bilgi verildi";
            case AYDINLATMA_YAPILDI -> "Aydınlatma metni sunuldu";
            case INCELENDI -> "Ön inceleme yapıldı";
            case SEVK_EDILDI -> "Birime sevk edildi";
            case IADE_EDILDI -> "Birim iade etti";
            case CEVAP_HAZIRLANDI -> "Birim cevabı hazırladı";
            case DUZELTME_ISTENDI -> "Düzeltme istendi";
            case ONAYLANDI -> "Cevap onaylandı";
            case MESAJ_ILETILDI -> "Bildirim gönderildi";
            case ILETISIM_DUZELTILDI -> "İletişim bilgisi düzeltildi";
            case MESAJ_ILETILEMEDI -> "Bildirim iletilemedi";
            case ELLE_ILETILDI -> "Elle iletildi olarak işaretlendi";
            case EK_EKLENDI -> "Ek yüklendi";
            case EK_KALDIRILDI -> "Ek kaldırıldı";
            case YAZI_SAYILANDI -> "Resmî yazıya sayı verildi";
            case NOT_EKLENDI -> "İç not eklendi";
            case SURESI_DOLDU -> "Süresi doldu, yöneticiye iletildi";
            case IS_VERILDI -> "Görev bir görevliye verildi";
            case IKINCI_SURE_DOLDU -> "İkinci süre doldu, Şube Müdürüne iletildi";
            case BIRIM_UYARILDI -> "Yönetici uyardı";
            case DEVRALINDI -> "Yönetici görevi devraldı";
            case YENIDEN_SEVK_EDILDI -> "Yönetici başka birime sevk etti";
            case KAPANDI -> "Başvuru kapandı";
            case EKSIK_BILDIRILDI -> "Eksik bilgi istendi";
            case EKSIK_TAMAMLANDI -> "Eksik bilgi tamamlandı";
            case SURE_UZATILDI -> "Süre uzatıldı";
            case TEBLIG_EDILDI -> "Yazı tebliğ edildi";
            case UZATMA_ULASMADI -> "Süre uzatımı yazısı süresinde ulaşmadı, uzatma geçersiz sayıldı";
            case ODEME_SURESI_BELIRLENDI -> "Ödeme süresi belirlendi";
            case UCRET_BILDIRILDI -> "Ücret bildirildi, süre kesildi";
            case UCRET_ODENDI -> "Ücret ödendi, süre yeniden başladı";
            case TATIL_SUREYI_DEGISTIRDI -> "Tatil tablosu değişti, süre yeniden hesaplandı";
            case YUKSELTME_GERI_ALINDI -> "Süre ileri taşındı, üst amire iletme geri alındı";
            case ARA_CEVAP_VERILDI -> "Ara cevap verildi";
            case GORUS_ISTENDI -> "Başka kurumdan görüş veya bilgi istendi";
            case GORUS_GELDI -> "Başka kurumun cevabı geldi";
            case GORUS_GERI_CEKILDI -> "Görüş veya bilgi talebi iptal edildi";
            case GERI_CEKILDI -> "Başvurudan vazgeçildi";
            case YENIDEN_ACILDI -> "Başvuru yeniden açıldı";
            case GEREKCE_YAZILDI -> "Kararın gerekçesini yazdı";
            case TAKIP_KODU_YENILENDI -> "Yeni takip kodu verildi";
            case BIRLESTIRILDI -> "Ana başvuruyla birleştirildi";
            case ITIRAZ_EDILDI -> "Bilgi Edinme Değerlendirme Kuruluna itiraz edildi";
            case KURULA_CEVAP_VERILDI -> "Kurula cevap verildi";
            case ITIRAZ_SONUCLANDI -> "İtiraz sonuçlandı";
            case MURACAAT_ALINDI -> "Müracaat alındı";
            case MURACAAT_IKINCI_YERE -> "Müracaat ikinci müracaat yerine geçti";
            case MURACAAT_SURESI_DEGISTI -> "Tatil tablosu değişti, müracaatın süresi yeniden hesaplandı";
            case MURACAAT_CEVAPLANDI -> "Müracaat cevaplandı";
        };
    }
}
