package tr.muhatap.basvuru;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.organization.Organization;

/** Turns lines of the history into the words the office uses. */
@Component
public class HistoryWords {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("Alindi", "Başvuru kaydedildi"),
            Map.entry("Incelendi", "Ön inceleme yapıldı"),
            Map.entry("SevkEdildi", "Birime sevk edildi"),
            Map.entry("IadeEdildi", "Birim iade etti"),
            Map.entry("CevapHazirlandi", "Birim cevabı hazırladı"),
            Map.entry("DuzeltmeIstendi", "Düzeltme istendi"),
            Map.entry("Onaylandi", "Cevap onaylandı"),
            Map.entry("MesajIletildi", "Bildirim gönderildi"),
            Map.entry("ElleIletildi", "Elle iletildi olarak işaretlendi"),
            Map.entry("SuresiDoldu", "Süresi doldu, yöneticiye yükseltildi"),
            Map.entry("IkinciSureDoldu", "İkinci süre doldu, şube müdürüne yükseltildi"),
            Map.entry("BirimUyarildi", "Yönetici uyardı"),
            Map.entry("Devralindi", "Yönetici işi devraldı"),
            Map.entry("YenidenSevkEdildi", "Yönetici başka birime sevk etti"),
            Map.entry("Kapandi", "Başvuru kapandı"));

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

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
        if (detail.get("lastDay") instanceof String lastDay) {
            parts.add("son gün " + DAY.format(LocalDate.parse(lastDay)));
        }
        if (Boolean.TRUE.equals(detail.get("late"))) {
            parts.add("süresinden sonra");
        }
        if (detail.get("reason") instanceof String reason) {
            parts.add("“" + reason + "”");
        }
        return parts.isEmpty() ? null : String.join(" · ", parts);
    }

    private String unitName(String code) {
        return organization.unit(code).map(unit -> unit.name()).orElse(code);
    }
}
