package tr.muhatap.letter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import tr.muhatap.basvuru.Applicant;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.ExtensionGround;
import tr.muhatap.calendar.OfficeClock;

/** Writes what a letter says; the words stand in {@code templates/yazi}, a text for each kind, every line of it a paragraph. */
@Component
class LetterWords {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    private final TemplateEngine templates;
    private final LetterSettings settings;
    private final TrackingAddress tracking;

    LetterWords(TemplateEngine templates, LetterSettings settings, TrackingAddress tracking) {
        this.templates = templates;
        this.settings = settings;
        this.tracking = tracking;
    }

    /**
     * @param detail what the history knows of the event that the letter tells of
     * @param enclosures names of what goes with it
     */
    LetterContent write(LetterKind kind, Basvuru basvuru, Map<String, Object> detail, List<String> enclosures) {
        return new LetterContent(
                settings.institution().toUpperCase(TURKISH),
                settings.office(),
                kind.matter(),
                salutation(basvuru),
                basvuru.forwardedBy() == null ? basvuru.applicant().address() : null,
                DAY.format(basvuru.receivedAt().atZone(OfficeClock.ISTANBUL)) + " tarihli ve " + basvuru.number()
                        + " numaralı başvurunuz.",
                paragraphs(kind, basvuru, detail),
                settings.signatory(),
                settings.signatoryTitle(),
                enclosures,
                settings.contactLines());
    }

    /** Whom it goes to: the public body that forwarded the application, else the applicant. */
    private static String salutation(Basvuru basvuru) {
        String body = basvuru.forwardedBy();
        if (body != null) {
            return body.toUpperCase(TURKISH);
        }
        return salutation(basvuru.applicant());
    }

    private static String salutation(Applicant applicant) {
        if (applicant.identityHidden()) {
            return "Sayın Başvuru Sahibi";
        }
        String title = applicant.title();
        if (title != null) {
            return title.toUpperCase(TURKISH);
        }
        String lastName = applicant.lastName();
        return ("Sayın " + Objects.requireNonNullElse(applicant.firstName(), "") + " "
                        + (lastName == null ? "" : lastName.toUpperCase(TURKISH)))
                .strip();
    }

    private List<String> paragraphs(LetterKind kind, Basvuru basvuru, Map<String, Object> detail) {
        var context = new Context(TURKISH, facts(basvuru, detail));
        return Arrays.stream(templates.process(kind.template(), context).split("\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private Map<String, Object> facts(Basvuru basvuru, Map<String, Object> detail) {
        var facts = new HashMap<String, Object>();
        var deadline = basvuru.deadline();
        var answer = basvuru.answer();
        var outcome = basvuru.outcome();
        var ground = answer == null ? null : answer.ground();
        facts.put("numara", basvuru.number());
        facts.put("kod", basvuru.trackingCode());
        facts.put("takip", tracking.page());
        facts.put("gelis", DAY.format(basvuru.receivedAt().atZone(OfficeClock.ISTANBUL)));
        facts.put("bilgiEdinme", basvuru.isInformationRequest());
        facts.put("sonGun", day(detail.getOrDefault("newLastDay", detail.getOrDefault("lastDay", deadline.lastDay()))));
        facts.put("sure", deadline.limit() + " " + deadline.unit().label());
        facts.put("dayanak", deadline.basis());
        facts.put("yenidenAcildi", detail.containsKey("previousOutcome"));
        facts.put("cevap", answer == null ? "" : answer.text());
        facts.put("cevapSonucu", answer == null ? "" : answer.outcome().label().toLowerCase(TURKISH));
        facts.put("madde", ground == null ? "" : ground.label());
        facts.put("sonuc", outcome == null ? "" : outcome.name());
        facts.put("kurum", Objects.requireNonNullElse(basvuru.forwardedTo(), ""));
        facts.put("anaBasvuru", Objects.requireNonNullElse(basvuru.mainNumber(), ""));
        facts.put("ek", text(detail.getOrDefault("text", detail.getOrDefault("reason", ""))));
        facts.put(
                "uzatma",
                detail.get("extensionGround") instanceof String name
                        ? ExtensionGround.valueOf(name).label()
                        : "");
        facts.put("tutar", lira(detail.get("amount")));
        facts.put("sayfa", text(detail.getOrDefault("pages", "")));
        facts.put("sonOdeme", day(detail.get("payUntil")));
        facts.put("sonTamamlama", day(detail.get("completeUntil")));
        return facts;
    }

    private static String day(@Nullable Object value) {
        return value == null ? "" : DAY.format(LocalDate.parse(value.toString()));
    }

    private static String lira(@Nullable Object amount) {
        return amount == null ? "" : String.format(TURKISH, "%,.2f", new BigDecimal(amount.toString()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, OfficeClock.ISTANBUL);
    }
}
