package tr.muhatap.dosya;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.AppealOutcome;
import tr.muhatap.basvuru.ExtensionGround;
import tr.muhatap.basvuru.MuracaatGround;
import tr.muhatap.basvuru.MuracaatOutcome;
import tr.muhatap.basvuru.MuracaatPlace;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.RefusalGround;
import tr.muhatap.basvuru.ReviewDecision;
import tr.muhatap.basvuru.StaffTasks;
import tr.muhatap.calendar.HolidayChange;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.organization.Organization;
import tr.muhatap.text.Days;

/** Turns lines of the history into the words the office uses. */
@Component
public class HistoryWords {

    private static final Locale TURKISH = Locale.forLanguageTag("tr-TR");

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("Alindi", "Başvuru kaydedildi"),
            Map.entry("YerindeBilgiVerildi", "Kaydedildi, yerinde bilgi verildi"),
            Map.entry("Incelendi", "Ön inceleme yapıldı"),
            Map.entry("SevkEdildi", "Birime sevk edildi"),
            Map.entry("IadeEdildi", "Birim iade etti"),
            Map.entry("CevapHazirlandi", "Birim cevabı hazırladı"),
            Map.entry("DuzeltmeIstendi", "Düzeltme istendi"),
            Map.entry("Onaylandi", "Cevap onaylandı"),
            Map.entry("MesajIletildi", "Bildirim gönderildi"),
            Map.entry("IletisimDuzeltildi", "İletişim bilgisi düzeltildi"),
            Map.entry("MesajIletilemedi", "Bildirim iletilemedi"),
            Map.entry("ElleIletildi", "Elle iletildi olarak işaretlendi"),
            Map.entry("EkEklendi", "Dosya eklendi"),
            Map.entry("EkKaldirildi", "Dosya kaldırıldı"),
            Map.entry("YaziSayilandi", "Resmî yazıya sayı verildi"),
            Map.entry("NotEklendi", "İç not eklendi"),
            Map.entry("SuresiDoldu", "Süresi doldu, yöneticiye yükseltildi"),
            Map.entry("IkinciSureDoldu", "İkinci süre doldu, şube müdürüne yükseltildi"),
            Map.entry("YukseltmeGeriAlindi", "Süre ileri taşındı, yükseltme geri alındı"),
            Map.entry("IsVerildi", "İş bir görevliye verildi"),
            Map.entry("BirimUyarildi", "Yönetici uyardı"),
            Map.entry("Devralindi", "Yönetici işi devraldı"),
            Map.entry("YenidenSevkEdildi", "Yönetici başka birime sevk etti"),
            Map.entry("EksikBildirildi", "Eksik bilgi istendi"),
            Map.entry("EksikTamamlandi", "Eksik bilgi tamamlandı"),
            Map.entry("SureUzatildi", "Süre uzatıldı"),
            Map.entry("UcretBildirildi", "Ücret bildirildi, süre kesildi"),
            Map.entry("UcretOdendi", "Ücret ödendi, süre yeniden başladı"),
            Map.entry("TatilSureyiDegistirdi", "Tatil tablosu değişti, süre yeniden hesaplandı"),
            Map.entry("AraCevapVerildi", "Ara cevap verildi"),
            Map.entry("GeriCekildi", "Başvuru geri çekildi"),
            Map.entry("YenidenAcildi", "Başvuru yeniden açıldı"),
            Map.entry("GerekceYazildi", "Kararın gerekçesini yazdı"),
            Map.entry("TakipKoduYenilendi", "Yeni takip kodu verildi"),
            Map.entry("Birlestirildi", "Ana başvuruyla birleştirildi"),
            Map.entry("ItirazEdildi", "Bilgi Edinme Değerlendirme Kuruluna itiraz edildi"),
            Map.entry("KurulaCevapVerildi", "Kurula cevap verildi"),
            Map.entry("ItirazSonuclandi", "İtiraz sonuçlandı"),
            Map.entry("MuracaatAlindi", "Müracaat alındı"),
            Map.entry("MuracaatSuresiDegisti", "Tatil tablosu değişti, müracaatın süresi yeniden hesaplandı"),
            Map.entry("MuracaatIkinciYere", "Müracaat ikinci müracaat yerine geçti"),
            Map.entry("MuracaatCevaplandi", "Müracaat cevaplandı"),
            Map.entry("Kapandi", "Başvuru kapandı"));

    private final Organization organization;

    HistoryWords(Organization organization) {
        this.organization = organization;
    }

    /** What happened, e.g. "Birime sevk edildi". */
    public String label(String action) {
        return LABELS.getOrDefault(action, action);
    }

    /** The event's own facts in one line, e.g. "Park ve Bahçeler: budama ekibi sizde"; null where there are none. */
    public @Nullable String summary(Map<String, Object> detail) {
        var parts = new ArrayList<String>();
        if (detail.get("decision") instanceof String decision) {
            parts.add(ReviewDecision.valueOf(decision).label());
        }
        if (detail.get("oldUnit") instanceof String oldUnit) {
            parts.add(unitName(oldUnit) + " biriminden");
        }
        if (detail.get("unit") instanceof String unit) {
            parts.add(unitName(unit));
        }
        if (detail.get("outcome") instanceof String outcome) {
            parts.add(Outcome.valueOf(outcome).label());
        }
        if (detail.get("ground") instanceof String ground) {
            parts.add(RefusalGround.valueOf(ground).label());
        }
        if (detail.get("purpose") instanceof String purpose) {
            parts.add(purpose);
        }
        if (detail.get("medium") instanceof String medium) {
            parts.add(medium);
        }
        if (detail.get("recipient") instanceof String recipient) {
            parts.add(recipient);
        }
        if (detail.get("oldContact") instanceof String oldContact
                && detail.get("newContact") instanceof String newContact) {
            parts.add((oldContact.isEmpty() ? "hiçbiri" : oldContact) + " yerine " + newContact);
        }
        if (detail.get("file") instanceof String file) {
            parts.add(detail.get("part") + ": " + file);
        }
        if (detail.get("letter") instanceof String letter) {
            parts.add(letter + ", sayı " + detail.get("sayi"));
        }
        if (detail.get("oldSayi") instanceof String oldSayi) {
            parts.add("önceki sayı " + oldSayi);
        }
        if (detail.get("extensionGround") instanceof String ground) {
            parts.add(ExtensionGround.valueOf(ground).label());
        }
        if (detail.get("amount") instanceof Number amount) {
            parts.add(String.format(TURKISH, "%,.2f TL, ", amount.doubleValue()) + detail.get("pages") + " sayfa");
        }
        if (detail.get("payUntil") instanceof String payUntil) {
            parts.add("son ödeme günü " + day(payUntil));
        }
        if (detail.get("paidOn") instanceof String paidOn) {
            parts.add("ödeme günü " + day(paidOn));
            parts.add("ertesinden " + detail.get("limit") + " iş günü");
        }
        if (detail.get("completeUntil") instanceof String completeUntil) {
            parts.add("son tamamlama günü " + day(completeUntil));
        }
        if (detail.get("forwardedTo") instanceof String forwardedTo) {
            parts.add("gönderilen kurum: " + forwardedTo);
        }
        if (detail.get("mainNumber") instanceof String mainNumber) {
            parts.add("ana başvuru " + mainNumber);
        }
        if (detail.get("place") instanceof String place) {
            parts.add(MuracaatPlace.valueOf(place).label());
        }
        if (detail.get("muracaatGround") instanceof String ground) {
            parts.add(MuracaatGround.valueOf(ground).label());
        }
        if (detail.get("muracaatOutcome") instanceof String outcome) {
            parts.add(MuracaatOutcome.valueOf(outcome).label());
        }
        if (detail.get("boardNumber") instanceof String boardNumber) {
            parts.add("Kurul no " + boardNumber);
        }
        if (detail.get("servedOn") instanceof String servedOn) {
            parts.add("tebliğ günü " + day(servedOn));
        }
        if (detail.get("answerUntil") instanceof String answerUntil) {
            parts.add("Kurula cevap için son gün " + day(answerUntil));
        }
        if (detail.get("appealOutcome") instanceof String appealOutcome) {
            parts.add(AppealOutcome.valueOf(appealOutcome).label());
        }
        if (detail.get("holidays") instanceof List<?> holidays) {
            holidays.stream().map(HistoryWords::holiday).forEach(parts::add);
        }
        if (detail.get("oldLastDay") instanceof String oldLastDay
                && detail.get("newLastDay") instanceof String newLastDay) {
            parts.add(
                    oldLastDay.equals(newLastDay)
                            ? "son gün " + day(newLastDay) + " (değişmedi)"
                            : "son gün " + day(oldLastDay) + " yerine " + day(newLastDay));
        }
        if (detail.get("otherLastDay") instanceof String otherLastDay) {
            parts.add("ikinci süre " + day(otherLastDay));
        }
        if (detail.get("unpaidFrom") instanceof String unpaidFrom) {
            parts.add("son ödeme günü " + dayBefore(unpaidFrom));
        }
        if (detail.get("incompleteUntil") instanceof String incompleteUntil) {
            parts.add("son tamamlama günü " + dayBefore(incompleteUntil));
        }
        if (detail.get("lastDay") instanceof String lastDay) {
            parts.add("son gün " + day(lastDay));
        }
        if (detail.get("step") instanceof String step) {
            parts.add(StaffTasks.Step.valueOf(step).label() + ": " + detail.get("to"));
        }
        if (detail.get("from") instanceof String from) {
            parts.add("önce " + from);
        }
        if (Boolean.TRUE.equals(detail.get("late"))) {
            parts.add("süresinden sonra");
        }
        if (detail.get("reason") instanceof String reason) {
            parts.add("“" + reason + "”");
        }
        return parts.isEmpty() ? null : String.join(" · ", parts);
    }

    private static String holiday(Object change) {
        return change instanceof Map<?, ?> day
                        && day.get("date") instanceof String date
                        && day.get("kind") instanceof String kind
                ? day(date) + " " + day.get("name") + " "
                        + HolidayChange.Kind.valueOf(kind).label()
                : "";
    }

    /** The last day whose end is an instant at midnight. */
    private static String dayBefore(String instant) {
        return Days.written(LocalDate.ofInstant(OffsetDateTime.parse(instant).toInstant(), OfficeClock.ISTANBUL)
                .minusDays(1));
    }

    private static String day(String iso) {
        return Days.written(LocalDate.parse(iso));
    }

    private String unitName(String code) {
        return organization.unit(code).map(unit -> unit.name()).orElse(code);
    }
}
