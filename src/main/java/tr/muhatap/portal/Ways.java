package tr.muhatap.portal;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.text.Texts;

/** Staff pages and their groups: cards of the start page, and navigation. */
@Component
class Ways {

    /**
     * A staff page. Access is decided by the security configuration; a test compares the cards with it.
     *
     * @param groups empty: all staff
     */
    record Card(String address, String title, String words, String who, List<String> groups) {}

    private static final String DEMO = "/demo/";
    private static final String BULK = "/toplu-islem";

    /** Open to the units' groups as well, whose names the office gives. */
    private static final List<String> ON_TASKS = List.of(BULK, NextTaskPages.PAGE, TeamPages.PAGE);

    static final List<Card> STAFF = List.of(
            new Card(
                    "/camunda/app/tasklist/",
                    Texts.of("portal.ways.gorev-listesi"),
                    Texts.of("portal.ways.on-inceleme-sevk-cevap-onay"),
                    Texts.of("portal.ways.butun-gorevliler"),
                    List.of()),
            new Card(
                    NextTaskPages.PAGE,
                    Texts.of("portal.ways.siradaki-gorev"),
                    Texts.of("portal.ways.en-acil-gorevi-ustlenin"),
                    Texts.of("portal.ways.basvuru-kabul-halkla-iliskiler-birimler"),
                    Groups.WITH_TASKS),
            new Card(
                    TeamPages.PAGE,
                    Texts.of("portal.ways.ekip"),
                    Texts.of("portal.ways.vekalet-ve-yerinde-olmayanlar"),
                    Texts.of("portal.ways.basvuru-kabul-halkla-iliskiler-birimler"),
                    Groups.WITH_TASKS),
            new Card(
                    BULK,
                    Texts.of("portal.ways.toplu-islem"),
                    Texts.of("portal.ways.bircok-gorevi-birlikte-sevk-edin"),
                    Texts.of("portal.ways.basvuru-kabul-halkla-iliskiler-birimler"),
                    Groups.WITH_TASKS),
            new Card(
                    "/basvurular",
                    Texts.of("portal.ways.basvurular"),
                    Texts.of("portal.ways.gorebildiginiz-butun-basvurular-acik-ve"),
                    Texts.of("portal.ways.butun-gorevliler"),
                    List.of()),
            new Card(
                    "/dosya",
                    Texts.of("portal.ways.basvuru-dosyasi"),
                    Texts.of("portal.ways.bir-basvurunun-tamami-sure-uzatimi"),
                    Texts.of("portal.ways.butun-gorevliler"),
                    List.of()),
            new Card(
                    "/kabul",
                    Texts.of("portal.ways.basvuru-kabul"),
                    Texts.of("portal.ways.beyaz-masa-da-sahada-ve"),
                    Texts.of("portal.ways.beyaz-masa-alo-153-halkla"),
                    List.of(
                            Groups.BEYAZ_MASA,
                            Groups.CAGRI_MERKEZI,
                            Groups.BILGI_EDINME_BIRIMI,
                            Groups.HALKLA_ILISKILER)),
            new Card(
                    "/teslim",
                    Texts.of("portal.ways.elle-iletilecekler"),
                    Texts.of("portal.ways.kaynagina-islenecek-postalanacak-ve-telefonla"),
                    Texts.of("portal.guide-pages.halkla-iliskiler"),
                    List.of(Groups.HALKLA_ILISKILER)),
            new Card(
                    "/teslim/tebligler",
                    Texts.of("portal.ways.tebligi-beklenen-yazilar"),
                    Texts.of("portal.ways.postayla-ve-kep-ile-giden"),
                    Texts.of("portal.ways.bilgi-edinme-birimi-halkla-iliskiler"),
                    List.of(Groups.BILGI_EDINME_BIRIMI, Groups.HALKLA_ILISKILER)),
            new Card(
                    "/gorusler",
                    Texts.of("portal.ways.beklenen-gorusler"),
                    Texts.of("portal.ways.baska-kurumlardan-istenen-gorus-ve"),
                    Texts.of("portal.ways.bilgi-edinme-birimi-halkla-iliskiler"),
                    List.of(Groups.BILGI_EDINME_BIRIMI, Groups.HALKLA_ILISKILER)),
            new Card(
                    "/sorular",
                    Texts.of("portal.ways.beklenen-ek-bilgiler"),
                    Texts.of("portal.ways.baglantiyla-sorulan-ve-cevabi"),
                    Texts.of("portal.ways.butun-gorevliler"),
                    List.of()),
            new Card(
                    "/posta-kutusu",
                    Texts.of("portal.ways.gelen-e-postalar"),
                    Texts.of("portal.ways.kendiliginden-kaydedilemeyen-e-postalar-basvuru"),
                    Texts.of("portal.guide-pages.halkla-iliskiler"),
                    List.of(Groups.HALKLA_ILISKILER)),
            new Card(
                    "/cagrilar",
                    Texts.of("portal.ways.cagrilar"),
                    Texts.of("portal.ways.basvuruya-donusmeyen-cagrilar-ve-dahili"),
                    Texts.of("portal.ways.alo-153"),
                    List.of(Groups.CAGRI_MERKEZI)),
            new Card(
                    "/aktarim",
                    Texts.of("portal.ways.liste-aktarimi"),
                    Texts.of("portal.ways.cimer-ve-acik-kapi-listelerini"),
                    Texts.of("portal.guide-pages.halkla-iliskiler"),
                    List.of(Groups.HALKLA_ILISKILER)),
            new Card(
                    "/soru-cevap",
                    Texts.of("portal.ways.soru-ve-cevaplar"),
                    Texts.of("portal.ways.sik-sorulanlar-ve-cevaplari"),
                    Texts.of("portal.ways.butun-gorevliler"),
                    List.of()),
            new Card(
                    "/sablonlar",
                    Texts.of("portal.ways.cevap-sablonlari"),
                    Texts.of("portal.ways.birimlerin-cevap-yazarken-kullandigi-hazir"),
                    Texts.of("portal.guide-pages.halkla-iliskiler-yoneticisi"),
                    List.of(Groups.HALKLA_ILISKILER_YONETICISI)),
            new Card(
                    "/kilavuz",
                    Texts.of("portal.ways.kullanim-kilavuzu"),
                    Texts.of("portal.ways.her-gorev-icin-ekran-goruntuleriyle"),
                    Texts.of("portal.ways.butun-gorevliler"),
                    List.of()),
            new Card(
                    "/kurallar",
                    Texts.of("portal.ways.kurallar"),
                    Texts.of("portal.ways.sure-ve-birime-sevk-tablolarini"),
                    Texts.of("portal.ways.surec-sahibi-denetci"),
                    List.of(Groups.SUREC_SAHIBI, Groups.DENETCI)),
            new Card(
                    "/tatiller",
                    Texts.of("portal.ways.tatiller"),
                    Texts.of("portal.ways.tatil-takvimi-bir-degisikligin"),
                    Texts.of("portal.ways.surec-sahibi-denetci"),
                    List.of(Groups.SUREC_SAHIBI, Groups.DENETCI)),
            new Card(
                    "/birimler",
                    Texts.of("portal.ways.birimler"),
                    Texts.of("portal.ways.birimleri-ve-konulari"),
                    Texts.of("portal.ways.surec-sahibi-denetci"),
                    List.of(Groups.SUREC_SAHIBI, Groups.DENETCI)),
            new Card(
                    "/ucret-tarifesi",
                    Texts.of("portal.ways.ucret-tarifesi"),
                    Texts.of("portal.ways.bilgi-edinmede-istenen-ucretler"),
                    Texts.of("portal.ways.surec-sahibi-yoneticiler-bilgi-edinme"),
                    Groups.OF_TARIFFS),
            new Card(
                    "/durum",
                    Texts.of("portal.ways.durum"),
                    Texts.of("portal.ways.sabahki-bakis-takilan-adimlar-bekleyen"),
                    Texts.of("portal.ways.surec-sahibi-denetci"),
                    List.of(Groups.SUREC_SAHIBI, Groups.DENETCI)),
            new Card(
                    "/bildirim-adresleri",
                    Texts.of("portal.ways.bildirim-adresleri"),
                    Texts.of("portal.ways.durum-degisince-bildirim-gonderilen"),
                    Texts.of("portal.ways.surec-sahibi"),
                    List.of(Groups.SUREC_SAHIBI)),
            new Card(
                    "/raporlar",
                    Texts.of("portal.ways.raporlar"),
                    Texts.of("portal.ways.4982-yillik-raporu-faaliyet-raporu"),
                    Texts.of("portal.ways.yoneticiler-surec-sahibi-denetci"),
                    Groups.OF_REPORTS),
            new Card(
                    "/veri-sahibi",
                    Texts.of("portal.ways.veri-sahibi"),
                    Texts.of("portal.ways.bir-kisi-hakkinda-tutulan"),
                    Texts.of("portal.ways.halkla-iliskiler-ve-yoneticisi"),
                    List.of(Groups.HALKLA_ILISKILER, Groups.HALKLA_ILISKILER_YONETICISI)),
            new Card(
                    "/veri-envanteri",
                    Texts.of("portal.ways.veri-envanteri"),
                    Texts.of("portal.ways.isleme-amaclari-hukuki-sebepler"),
                    Texts.of("portal.ways.surec-sahibi-denetci"),
                    List.of(Groups.SUREC_SAHIBI, Groups.DENETCI)),
            new Card(
                    "/saklama",
                    Texts.of("portal.ways.saklama"),
                    Texts.of("portal.ways.suresi-dolan-kisisel-veriler"),
                    Texts.of("portal.ways.surec-sahibi-denetci"),
                    List.of(Groups.SUREC_SAHIBI, Groups.DENETCI)),
            new Card(
                    "/denetim",
                    Texts.of("portal.ways.denetim"),
                    Texts.of("portal.ways.bir-basvurunun-butun-gecmisi"),
                    Texts.of("portal.ways.surec-sahibi-denetci"),
                    List.of(Groups.SUREC_SAHIBI, Groups.DENETCI)),
            new Card(
                    "/guvenlik-gunlugu",
                    Texts.of("portal.ways.guvenlik-gunlugu"),
                    Texts.of("portal.ways.girisler-hatali-girisler-kullanici-grup"),
                    Texts.of("portal.ways.surec-sahibi-denetci"),
                    List.of(Groups.SUREC_SAHIBI, Groups.DENETCI)),
            new Card(
                    "/camunda/app/cockpit/",
                    Texts.of("portal.ways.surecler"),
                    Texts.of("portal.ways.surecler-arka-plan-isleri-ve"),
                    Texts.of("portal.ways.surec-sahibi-denetci"),
                    List.of(Groups.SUREC_SAHIBI, Groups.DENETCI)),
            new Card(
                    "/camunda/app/admin/",
                    Texts.of("portal.ways.yonetim"),
                    Texts.of("portal.ways.kullanicilar-gruplar-ve-yetkiler"),
                    Texts.of("portal.guide-pages.sistem-yoneticisi"),
                    List.of(Groups.CAMUNDA_ADMIN)),
            new Card(
                    "/open311-anahtarlari",
                    Texts.of("portal.ways.open311-anahtarlari"),
                    Texts.of("portal.ways.baska-uygulamalarin-basvuru-gonderdigi"),
                    Texts.of("portal.guide-pages.sistem-yoneticisi"),
                    List.of(Groups.CAMUNDA_ADMIN)),
            new Card(
                    "/kullanicilar",
                    Texts.of("portal.ways.kullanicilar"),
                    Texts.of("portal.ways.kisileri-ve-gruplarini"),
                    Texts.of("portal.guide-pages.sistem-yoneticisi"),
                    List.of(Groups.CAMUNDA_ADMIN)),
            new Card(
                    "/demo/posta",
                    Texts.of("portal.ways.gonderilen-bildirimler"),
                    Texts.of("portal.ways.cikan-her-e-posta-sms"),
                    Texts.of("portal.guide-pages.sistem-yoneticisi"),
                    List.of(Groups.CAMUNDA_ADMIN)));

    private final CurrentUser currentUser;

    Ways(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    /** All cards before the sign-in; afterwards those that the user may open. */
    List<Card> open(boolean isDemo) {
        return STAFF.stream()
                .filter(card -> isDemo || !card.address().startsWith(DEMO))
                .filter(this::isOpen)
                .toList();
    }

    /** Whether the current user is in a group that has tasks. */
    boolean worksOnTasks() {
        return currentUser.groups().stream().anyMatch(Groups::hasTasks);
    }

    /** The pages that a group opens, by which its rights are put into words. */
    static List<Card> of(String group) {
        return STAFF.stream()
                .filter(card -> !card.address().startsWith(DEMO))
                .filter(card -> opensTo(card, List.of(group)))
                .toList();
    }

    private static boolean opensTo(Card card, Collection<String> groups) {
        return groups.contains(Groups.CAMUNDA_ADMIN)
                || (ON_TASKS.contains(card.address()) && groups.stream().anyMatch(Groups::hasTasks))
                || (card.groups().isEmpty()
                        ? !Groups.SYSTEMS.containsAll(groups)
                        : groups.stream().anyMatch(card.groups()::contains));
    }

    private boolean isOpen(Card card) {
        if (currentUser.name().equals(CurrentUser.SYSTEM)) {
            return true;
        }
        return opensTo(card, currentUser.groups());
    }
}
