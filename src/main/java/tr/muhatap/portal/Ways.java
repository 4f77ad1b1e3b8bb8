package tr.muhatap.portal;

import java.util.List;
import org.springframework.stereotype.Component;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;

/** The pages of the staff and whose they are: the cards of the start page, and the navigation on every page. */
@Component
class Ways {

    /**
     * A page of the staff. Whose it is decides the sign-in; a test holds the cards against it.
     *
     * @param groups empty: all staff
     */
    record Card(String address, String title, String words, String who, List<String> groups) {}

    private static final String DEMO = "/demo/";
    private static final String BULK = "/toplu-islem";

    static final List<Card> STAFF = List.of(
            new Card(
                    "/camunda/app/tasklist/",
                    "Görev listesi",
                    "Ön inceleme, sevk, cevap, onay ve süresi geçenler.",
                    "Bütün görevliler",
                    List.of()),
            new Card(
                    BULK,
                    "Toplu işlem",
                    "Birçok görevi birlikte sevk edin, onaylayın, görevliye verin; gecikenleri uyarın.",
                    "Başvuru kabul, Halkla İlişkiler, birimler, yöneticiler",
                    Groups.WITH_TASKS),
            new Card(
                    "/basvurular",
                    "Başvurular",
                    "Görebildiğiniz bütün başvurular, açık ve kapalı: arayın, sıralayın, dosyasını açın.",
                    "Bütün görevliler",
                    List.of()),
            new Card(
                    "/dosya",
                    "Başvuru dosyası",
                    "Bir başvurunun tamamı; süre uzatımı, ücret, ara cevap, birleştirme, itiraz.",
                    "Bütün görevliler",
                    List.of()),
            new Card(
                    "/kabul",
                    "Başvuru kabul",
                    "Beyaz Masa’da, sahada ve telefonda başvuru alın, başvuru sahibinin önceki ve benzer başvurularını görün.",
                    "Beyaz Masa, ALO 153, Halkla İlişkiler",
                    List.of(Groups.BEYAZ_MASA, Groups.CAGRI_MERKEZI, Groups.HALKLA_ILISKILER)),
            new Card(
                    "/teslim",
                    "Elle iletilecekler",
                    "Kaynağına işlenecek, postalanacak ve telefonla verilecek cevaplar.",
                    "Halkla İlişkiler",
                    List.of(Groups.HALKLA_ILISKILER)),
            new Card(
                    "/teslim/tebligler",
                    "Tebliği beklenen yazılar",
                    "Postayla ve KEP ile giden yazıların tebliğ tarihlerini girin.",
                    "Bilgi Edinme Birimi, Halkla İlişkiler",
                    List.of(Groups.BILGI_EDINME_BIRIMI, Groups.HALKLA_ILISKILER)),
            new Card(
                    "/gorusler",
                    "Beklenen görüşler",
                    "Başka kurumlardan istenen görüş ve bilgiler, süresi geçenler üstte.",
                    "Bilgi Edinme Birimi, Halkla İlişkiler",
                    List.of(Groups.BILGI_EDINME_BIRIMI, Groups.HALKLA_ILISKILER)),
            new Card(
                    "/posta-kutusu",
                    "Gelen e-postalar",
                    "Kendiliğinden kaydedilemeyen e-postalar: başvuru yapın, başvurusuna ekleyin, kenara alın.",
                    "Halkla İlişkiler",
                    List.of(Groups.HALKLA_ILISKILER)),
            new Card(
                    "/sablonlar",
                    "Cevap şablonları",
                    "Birimlerin cevap yazarken kullandığı hazır metinler.",
                    "Halkla İlişkiler yöneticisi",
                    List.of(Groups.HALKLA_ILISKILER_YONETICISI)),
            new Card(
                    "/kilavuz",
                    "Kullanım kılavuzu",
                    "Her görev için, ekran görüntüleriyle kısa bir sayfa.",
                    "Bütün görevliler",
                    List.of()),
            new Card(
                    "/kurallar",
                    "Kurallar",
                    "Süre ve birime sevk tablolarını görün, deneyin, yeni sürümünü yayımlayın.",
                    "Süreç sahibi, denetçi",
                    List.of(Groups.SUREC_SAHIBI, Groups.DENETCI)),
            new Card(
                    "/durum",
                    "Durum",
                    "Sabahki bakış: takılan adımlar, bekleyen bildirimler, kayıtla süreç arasındaki bulgular.",
                    "Süreç sahibi, denetçi",
                    List.of(Groups.SUREC_SAHIBI, Groups.DENETCI)),
            new Card(
                    "/guvenlik-gunlugu",
                    "Güvenlik günlüğü",
                    "Girişler, hatalı girişler; kullanıcı, grup ve parola değişiklikleri.",
                    "Süreç sahibi, denetçi",
                    List.of(Groups.SUREC_SAHIBI, Groups.DENETCI)),
            new Card(
                    "/camunda/app/cockpit/",
                    "Süreçler",
                    "Süreçler, arka plan işleri ve sorunlar.",
                    "Süreç sahibi, denetçi",
                    List.of(Groups.SUREC_SAHIBI, Groups.DENETCI)),
            new Card(
                    "/camunda/app/admin/",
                    "Yönetim",
                    "Kullanıcılar, gruplar ve yetkiler.",
                    "Sistem yöneticisi",
                    List.of(Groups.CAMUNDA_ADMIN)),
            new Card(
                    "/demo/posta",
                    "Gönderilen bildirimler",
                    "Çıkan her e-posta, SMS ve bildirim.",
                    "Sistem yöneticisi",
                    List.of(Groups.CAMUNDA_ADMIN)));

    private final CurrentUser currentUser;

    Ways(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    /** All of them to whoever has not signed in yet; else those that would open. */
    List<Card> open(boolean isDemo) {
        return STAFF.stream()
                .filter(card -> isDemo || !card.address().startsWith(DEMO))
                .filter(this::isOpen)
                .toList();
    }

    private boolean isOpen(Card card) {
        if (currentUser.name().equals(CurrentUser.SYSTEM)) {
            return true;
        }
        return currentUser.isIn(Groups.CAMUNDA_ADMIN)
                || (card.address().equals(BULK) && currentUser.groups().stream().anyMatch(Groups::hasTasks))
                || (card.groups().isEmpty()
                        ? !Groups.SYSTEMS.containsAll(currentUser.groups())
                        : currentUser.isIn(card.groups().toArray(String[]::new)));
    }
}
