package tr.muhatap.dosya;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruEventVisitor;
import tr.muhatap.basvuru.RefusalGround;
import tr.muhatap.calendar.HolidayChange;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.organization.Organization;
import tr.muhatap.text.Days;
import tr.muhatap.text.Texts;

/** Formats the facts that an event adds to its label. */
class HistoryFacts implements BasvuruEventVisitor<List<String>> {

    private static final Locale TURKISH = Locale.forLanguageTag("tr-TR");

    private static final String TEBLIG_BEKLENIYOR =
            Texts.of("dosya.history-facts.odeme-suresi-yazinin-tebligiyle-baslar");

    private final Organization organization;

    HistoryFacts(Organization organization) {
        this.organization = organization;
    }

    @Override
    public List<String> alindi(BasvuruEvent.Alindi event) {
        return facts(lastDay(event.lastDay()));
    }

    @Override
    public List<String> yerindeBilgiVerildi(BasvuruEvent.YerindeBilgiVerildi event) {
        return facts();
    }

    @Override
    public List<String> aydinlatmaYapildi(BasvuruEvent.AydinlatmaYapildi event) {
        return facts(
                event.aloud() ? "okundu" : Texts.of("dosya.history-facts.gosterildi"),
                Texts.of("dosya.history-facts.surum", event.notice()));
    }

    @Override
    public List<String> incelendi(BasvuruEvent.Incelendi event) {
        return facts(
                event.decision().label(),
                named(Texts.of("dosya.history-facts.gonderilen-kurum") + " ", event.forwardedTo()),
                named(Texts.of("dosya.history-facts.ana-basvuru") + " ", event.mainNumber()),
                quoted(event.reason()));
    }

    @Override
    public List<String> sevkEdildi(BasvuruEvent.SevkEdildi event) {
        return facts(unit(event.unit()), quoted(event.reason()));
    }

    @Override
    public List<String> iadeEdildi(BasvuruEvent.IadeEdildi event) {
        return facts(unit(event.unit()), quoted(event.reason()));
    }

    @Override
    public List<String> cevapHazirlandi(BasvuruEvent.CevapHazirlandi event) {
        return facts(unit(event.unit()), event.outcome().label(), ground(event.ground()));
    }

    @Override
    public List<String> duzeltmeIstendi(BasvuruEvent.DuzeltmeIstendi event) {
        return facts(quoted(event.reason()));
    }

    @Override
    public List<String> onaylandi(BasvuruEvent.Onaylandi event) {
        return facts(event.outcome().label());
    }

    @Override
    public List<String> mesajIletildi(BasvuruEvent.MesajIletildi event) {
        return facts(event.purpose(), event.medium(), event.recipient());
    }

    @Override
    public List<String> iletisimDuzeltildi(BasvuruEvent.IletisimDuzeltildi event) {
        return facts((event.oldContact().isEmpty() ? Texts.of("dosya.history-facts.hicbiri") : event.oldContact())
                + " yerine " + event.newContact());
    }

    @Override
    public List<String> mesajIletilemedi(BasvuruEvent.MesajIletilemedi event) {
        return facts(event.purpose(), event.medium(), event.recipient());
    }

    @Override
    public List<String> elleIletildi(BasvuruEvent.ElleIletildi event) {
        return facts(event.medium());
    }

    @Override
    public List<String> ekEklendi(BasvuruEvent.EkEklendi event) {
        return facts(event.part() + ": " + attachment(event.attachment(), event.file()));
    }

    @Override
    public List<String> ekKaldirildi(BasvuruEvent.EkKaldirildi event) {
        return facts(event.part() + ": " + attachment(event.attachment(), event.file()));
    }

    /** Entries hold the file's id, since its name may be personal data; older ones hold the name. */
    private static String attachment(@Nullable Long id, @Nullable String name) {
        return name == null ? "ek no " + id : name;
    }

    @Override
    public List<String> yaziSayilandi(BasvuruEvent.YaziSayilandi event) {
        return facts(
                Texts.of("dosya.history-facts.sayi", event.letter(), event.sayi()),
                named(Texts.of("dosya.history-facts.onceki-sayi") + " ", event.oldSayi()));
    }

    @Override
    public List<String> notEklendi(BasvuruEvent.NotEklendi event) {
        return facts();
    }

    @Override
    public List<String> suresiDoldu(BasvuruEvent.SuresiDoldu event) {
        return facts(lastDay(event.lastDay()));
    }

    @Override
    public List<String> isVerildi(BasvuruEvent.IsVerildi event) {
        return facts(
                event.step().label() + ": " + event.to(),
                named(Texts.of("dosya.history-facts.once") + " ", event.from()),
                quoted(event.reason()));
    }

    @Override
    public List<String> gorevGeriVerildi(BasvuruEvent.GorevGeriVerildi event) {
        return facts(
                event.step().label(),
                named(Texts.of("dosya.history-facts.once") + " ", event.from()),
                quoted(event.reason()));
    }

    @Override
    public List<String> vekaletenUstlenildi(BasvuruEvent.VekaletenUstlenildi event) {
        return facts(event.step().label(), Texts.of("dosya.history-facts.vekil", event.absent()));
    }

    @Override
    public List<String> ikinciSureDoldu(BasvuruEvent.IkinciSureDoldu event) {
        return facts();
    }

    @Override
    public List<String> birimUyarildi(BasvuruEvent.BirimUyarildi event) {
        return facts(unit(event.unit()), quoted(event.reason()));
    }

    @Override
    public List<String> devralindi(BasvuruEvent.Devralindi event) {
        return facts(quoted(event.reason()));
    }

    @Override
    public List<String> yenidenSevkEdildi(BasvuruEvent.YenidenSevkEdildi event) {
        return facts(
                Texts.of("dosya.history-facts.biriminden", unit(event.oldUnit())),
                unit(event.unit()),
                quoted(event.reason()));
    }

    @Override
    public List<String> kapandi(BasvuruEvent.Kapandi event) {
        return facts(event.outcome().label(), late(event.late()), quoted(event.reason()));
    }

    @Override
    public List<String> eksikBildirildi(BasvuruEvent.EksikBildirildi event) {
        return facts(
                day(Texts.of("dosya.history-facts.son-tamamlama-tarihi") + " ", event.completeUntil()),
                quoted(event.reason()));
    }

    @Override
    public List<String> eksikTamamlandi(BasvuruEvent.EksikTamamlandi event) {
        return facts();
    }

    @Override
    public List<String> sureUzatildi(BasvuruEvent.SureUzatildi event) {
        return facts(
                event.extensionGround().label(), moved(event.oldLastDay(), event.newLastDay()), quoted(event.reason()));
    }

    @Override
    public List<String> tebligEdildi(BasvuruEvent.TebligEdildi event) {
        return facts(
                event.paper().label(),
                event.way().label(),
                day(Texts.of("dosya.history-facts.gonderim-tarihi") + " ", event.sentOn()),
                day(Texts.of("dosya.history-facts.teblig-tarihi") + " ", event.servedOn()));
    }

    @Override
    public List<String> uzatmaUlasmadi(BasvuruEvent.UzatmaUlasmadi event) {
        return facts(
                day(Texts.of("dosya.history-facts.yazinin-ulasmasi-gereken-son-tarih") + " ", event.reachBy()),
                moved(event.oldLastDay(), event.newLastDay()));
    }

    @Override
    public List<String> odemeSuresiBelirlendi(BasvuruEvent.OdemeSuresiBelirlendi event) {
        return facts(
                event.payUntil() == null
                        ? TEBLIG_BEKLENIYOR
                        : day(Texts.of("dosya.history-facts.son-odeme-tarihi") + " ", event.payUntil()),
                moved(event.oldLastDay(), event.newLastDay()));
    }

    @Override
    public List<String> ucretBildirildi(BasvuruEvent.UcretBildirildi event) {
        return facts(
                String.format(
                        TURKISH,
                        Texts.of("dosya.history-facts.2f-tl-sayfa"),
                        event.amount(),
                        Integer.toString(event.pages())),
                event.payUntil() == null
                        ? TEBLIG_BEKLENIYOR
                        : day(Texts.of("dosya.history-facts.son-odeme-tarihi") + " ", event.payUntil()),
                moved(event.oldLastDay(), event.newLastDay()));
    }

    @Override
    public List<String> odemeBelgesiSunuldu(BasvuruEvent.OdemeBelgesiSunuldu event) {
        return facts(
                day(Texts.of("dosya.history-facts.odeme-tarihi") + " ", event.paidOn()),
                Texts.of("dosya.history-facts.odeme-belgesi", event.receipt()));
    }

    @Override
    public List<String> odemeBelgesiKabulEdilmedi(BasvuruEvent.OdemeBelgesiKabulEdilmedi event) {
        return facts(
                event.payUntil() == null
                        ? TEBLIG_BEKLENIYOR
                        : day(Texts.of("dosya.history-facts.son-odeme-tarihi") + " ", event.payUntil()),
                moved(event.oldLastDay(), event.newLastDay()),
                quoted(event.reason()));
    }

    @Override
    public List<String> ucretOdendi(BasvuruEvent.UcretOdendi event) {
        return facts(
                day(Texts.of("dosya.history-facts.odeme-tarihi") + " ", event.paidOn()),
                Texts.of("dosya.history-facts.ertesinden-is-gunu", event.limit()),
                moved(event.oldLastDay(), event.newLastDay()));
    }

    @Override
    public List<String> tatilSureyiDegistirdi(BasvuruEvent.TatilSureyiDegistirdi event) {
        return Stream.concat(
                        event.holidays().stream().map(HistoryFacts::holiday),
                        facts(
                                moved(event.oldLastDay(), event.newLastDay()),
                                day(Texts.of("dosya.history-facts.ikinci-sure") + " ", event.otherLastDay()),
                                day(
                                        Texts.of("dosya.history-facts.son-odeme-tarihi") + " ",
                                        dayBefore(event.unpaidFrom())),
                                day(
                                        Texts.of("dosya.history-facts.son-tamamlama-tarihi") + " ",
                                        dayBefore(event.incompleteUntil())))
                                .stream())
                .toList();
    }

    @Override
    public List<String> yukseltmeGeriAlindi(BasvuruEvent.YukseltmeGeriAlindi event) {
        return facts(
                event.secondLimit() == null ? null : Texts.of("dosya.history-facts.yalnizca-ikinci-kademe"),
                lastDay(event.lastDay()));
    }

    @Override
    public List<String> araCevapVerildi(BasvuruEvent.AraCevapVerildi event) {
        return facts();
    }

    @Override
    public List<String> gorusIstendi(BasvuruEvent.GorusIstendi event) {
        return facts(
                event.opinionKind().label(),
                event.body(),
                day(Texts.of("dosya.history-facts.cevap-icin-son-tarih") + " ", event.dueOn()));
    }

    @Override
    public List<String> gorusGeldi(BasvuruEvent.GorusGeldi event) {
        return facts(
                event.body(),
                day(Texts.of("dosya.history-facts.cevap-tarihi") + " ", event.answeredOn()),
                late(event.late()));
    }

    @Override
    public List<String> gorusGeriCekildi(BasvuruEvent.GorusGeriCekildi event) {
        return facts(event.body(), quoted(event.reason()));
    }

    @Override
    public List<String> soruSoruldu(BasvuruEvent.SoruSoruldu event) {
        return facts(
                Texts.of("dosya.history-facts.soru-no", Integer.toString(event.inquiry())),
                event.addressee().label(),
                Texts.of("dosya.history-facts.soru-sayisi", event.questions()),
                day(Texts.of("dosya.history-facts.cevap-icin-son-tarih") + " ", event.answerUntil()));
    }

    @Override
    public List<String> soruCevaplandi(BasvuruEvent.SoruCevaplandi event) {
        return facts(
                Texts.of("dosya.history-facts.soru-no", Integer.toString(event.inquiry())),
                Texts.of(
                        "dosya.history-facts.cevaplanan-soru-sayisi",
                        event.answers().size()),
                event.files() == 0 ? null : Texts.of("dosya.history-facts.gelen-ek-sayisi", event.files()),
                event.complete() ? Texts.of("dosya.history-facts.soru-tamamlandi") : null);
    }

    @Override
    public List<String> soruHatirlatildi(BasvuruEvent.SoruHatirlatildi event) {
        return facts(
                Texts.of("dosya.history-facts.soru-no", Integer.toString(event.inquiry())),
                day(Texts.of("dosya.history-facts.cevap-icin-son-tarih") + " ", event.answerUntil()));
    }

    @Override
    public List<String> soruGeriAlindi(BasvuruEvent.SoruGeriAlindi event) {
        return facts(
                Texts.of("dosya.history-facts.soru-no", Integer.toString(event.inquiry())), quoted(event.reason()));
    }

    @Override
    public List<String> soruSuresiDoldu(BasvuruEvent.SoruSuresiDoldu event) {
        return facts(
                Texts.of("dosya.history-facts.soru-no", Integer.toString(event.inquiry())),
                day(Texts.of("dosya.history-facts.cevap-icin-son-tarih") + " ", event.answerUntil()));
    }

    @Override
    public List<String> geriCekildi(BasvuruEvent.GeriCekildi event) {
        return facts(quoted(event.reason()));
    }

    @Override
    public List<String> yenidenAcildi(BasvuruEvent.YenidenAcildi event) {
        return facts(lastDay(event.lastDay()), quoted(event.reason()));
    }

    @Override
    public List<String> saklamaEngeliKonuldu(BasvuruEvent.SaklamaEngeliKonuldu event) {
        return facts(event.reason());
    }

    @Override
    public List<String> saklamaEngeliKaldirildi(BasvuruEvent.SaklamaEngeliKaldirildi event) {
        return facts(event.reason());
    }

    @Override
    public List<String> anonimHaleGetirildi(BasvuruEvent.AnonimHaleGetirildi event) {
        return facts();
    }

    @Override
    public List<String> gerekceYazildi(BasvuruEvent.GerekceYazildi event) {
        return facts();
    }

    @Override
    public List<String> takipKoduYenilendi(BasvuruEvent.TakipKoduYenilendi event) {
        return facts();
    }

    @Override
    public List<String> birlestirildi(BasvuruEvent.Birlestirildi event) {
        return facts(named(Texts.of("dosya.history-facts.ana-basvuru") + " ", event.mainNumber()));
    }

    @Override
    public List<String> itirazEdildi(BasvuruEvent.ItirazEdildi event) {
        return facts(
                board(event.boardNumber()),
                event.subject() == null
                        ? null
                        : Texts.of(
                                "dosya.history-facts.itiraz-konusu",
                                event.subject().label()),
                day(Texts.of("dosya.history-facts.teblig-tarihi") + " ", event.servedOn()),
                day(Texts.of("dosya.history-facts.kurula-son-cevap-tarihi") + " ", event.answerUntil()));
    }

    @Override
    public List<String> kurulBilgiIstedi(BasvuruEvent.KurulBilgiIstedi event) {
        return facts(
                board(event.boardNumber()),
                day(Texts.of("dosya.history-facts.istek-tarihi") + " ", event.requestedOn()),
                day(Texts.of("dosya.history-facts.kurula-son-cevap-tarihi") + " ", event.answerUntil()));
    }

    @Override
    public List<String> kurulSuresiDoldu(BasvuruEvent.KurulSuresiDoldu event) {
        return facts(
                board(event.boardNumber()),
                day(Texts.of("dosya.history-facts.kurula-son-cevap-tarihi") + " ", event.answerUntil()));
    }

    @Override
    public List<String> kurulIkinciSureDoldu(BasvuruEvent.KurulIkinciSureDoldu event) {
        return facts(board(event.boardNumber()));
    }

    @Override
    public List<String> kurulCevabiHatirlatildi(BasvuruEvent.KurulCevabiHatirlatildi event) {
        return facts(board(event.boardNumber()));
    }

    @Override
    public List<String> kurulSuresiDegisti(BasvuruEvent.KurulSuresiDegisti event) {
        return facts(board(event.boardNumber()), moved(event.oldLastDay(), event.newLastDay()));
    }

    @Override
    public List<String> kurulaCevapVerildi(BasvuruEvent.KurulaCevapVerildi event) {
        return facts(board(event.boardNumber()), late(event.late()));
    }

    @Override
    public List<String> itirazSonuclandi(BasvuruEvent.ItirazSonuclandi event) {
        return facts(board(event.boardNumber()), event.appealOutcome().label());
    }

    private static @Nullable String board(@Nullable String number) {
        return named(Texts.of("dosya.history-facts.kurul-no") + " ", number);
    }

    @Override
    public List<String> muracaatAlindi(BasvuruEvent.MuracaatAlindi event) {
        return facts(event.place().label(), event.muracaatGround().label(), lastDay(event.lastDay()));
    }

    @Override
    public List<String> muracaatIkinciYere(BasvuruEvent.MuracaatIkinciYere event) {
        return facts(lastDay(event.lastDay()));
    }

    @Override
    public List<String> muracaatSuresiDegisti(BasvuruEvent.MuracaatSuresiDegisti event) {
        return facts(moved(event.oldLastDay(), event.newLastDay()));
    }

    @Override
    public List<String> muracaatCevaplandi(BasvuruEvent.MuracaatCevaplandi event) {
        return facts(event.place().label(), event.muracaatOutcome().label());
    }

    private static List<String> facts(@Nullable String... facts) {
        return Arrays.stream(facts).filter(Objects::nonNull).toList();
    }

    private static @Nullable String named(String name, @Nullable String value) {
        return value == null ? null : name + value;
    }

    private static @Nullable String quoted(@Nullable String reason) {
        return reason == null ? null : "“" + reason + "”";
    }

    private static @Nullable String day(String name, @Nullable LocalDate day) {
        return day == null ? null : name + Days.written(day);
    }

    private static @Nullable String lastDay(LocalDate day) {
        return day(Texts.of("dosya.history-facts.cevap-icin-son-tarih") + " ", day);
    }

    private static @Nullable String moved(LocalDate oldLastDay, LocalDate newLastDay) {
        return oldLastDay.equals(newLastDay)
                ? Texts.of("dosya.history-facts.son-cevap-tarihi-degismedi", Days.written(newLastDay))
                : Texts.of(
                        "dosya.history-facts.son-cevap-tarihi-yerine",
                        Days.written(oldLastDay),
                        Days.written(newLastDay));
    }

    private static @Nullable String late(boolean late) {
        return late ? Texts.of("dosya.history-facts.suresinden-sonra") : null;
    }

    private static @Nullable String ground(@Nullable RefusalGround ground) {
        return ground == null ? null : ground.label();
    }

    private static String holiday(HolidayChange change) {
        return Days.written(change.date()) + " " + change.name() + " "
                + change.kind().label();
    }

    /** The day that ends at an instant at midnight. */
    private static @Nullable LocalDate dayBefore(@Nullable Instant instant) {
        return instant == null
                ? null
                : LocalDate.ofInstant(instant, OfficeClock.ISTANBUL).minusDays(1);
    }

    private @Nullable String unit(@Nullable String code) {
        return code == null
                ? null
                : organization.unit(code).map(unit -> unit.name()).orElse(code);
    }
}
