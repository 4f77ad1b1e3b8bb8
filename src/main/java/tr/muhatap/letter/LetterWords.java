package tr.muhatap.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import tr.muhatap.basvuru.Applicant;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.text.Printable;
import tr.muhatap.text.Texts;

/**
 * Composes the content of letters from the templates in {@code templates/yazi}; every line of a template is a
 * paragraph.
 */
@Component
class LetterWords {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    private static final Pattern LAW_OF_A_TABLE = Pattern.compile("(\\d+ sayılı Kanun) md\\. (\\d+)");

    private final TemplateEngine templates;
    private final LetterSettings settings;
    private final TrackingAddress tracking;
    private final Remedies remedies;

    LetterWords(TemplateEngine templates, LetterSettings settings, TrackingAddress tracking, Remedies remedies) {
        this.remedies = remedies;
        this.templates = templates;
        this.settings = settings;
        this.tracking = tracking;
    }

    /**
     * @param event the event that the letter reports; null for the draft of an answer
     * @param enclosures names of the enclosures
     */
    LetterContent write(LetterKind kind, Basvuru basvuru, @Nullable BasvuruEvent event, List<String> enclosures) {
        boolean toBody = body(kind, basvuru) != null;
        return new LetterContent(
                settings.institution().toUpperCase(TURKISH),
                settings.office(),
                kind.matter(toBody, basvuru.isInformationRequest()),
                Printable.cleaned(addressee(kind, basvuru)),
                toBody ? null : printed(basvuru.applicant().address()),
                reference(kind, basvuru),
                paragraphs(kind, basvuru, event),
                settings.signatory(),
                settings.signatoryTitle(),
                (kind == LetterKind.UST_YAZI ? enclosed(basvuru) : enclosures)
                        .stream().map(Printable::cleaned).toList(),
                settings.contactLines(),
                toBody);
    }

    /** A citizen's text cannot be changed; characters without a glyph are dropped. */
    private static @Nullable String printed(@Nullable String citizens) {
        return citizens == null ? null : Printable.cleaned(citizens);
    }

    /**
     * The addressed public body: the one that forwarded the application, or to which it is forwarded; otherwise null.
     */
    private static @Nullable String body(LetterKind kind, Basvuru basvuru) {
        return kind == LetterKind.UST_YAZI ? basvuru.forwardedTo() : basvuru.forwardedBy();
    }

    private static String addressee(LetterKind kind, Basvuru basvuru) {
        String body = body(kind, basvuru);
        if (body != null) {
            return TurkishSuffixes.addressee(body);
        }
        var applicant = basvuru.applicant();
        if (applicant.identityHidden()) {
            return Texts.of("letter.letter-words.sayin-basvuru-sahibi");
        }
        String title = applicant.title();
        if (title != null) {
            return TurkishSuffixes.addressee(title);
        }
        String lastName = applicant.lastName();
        return Texts.of(
                        "letter.letter-words.sayin",
                        Objects.requireNonNullElse(applicant.firstName(), ""),
                        lastName == null ? "" : lastName.toUpperCase(TURKISH))
                .strip();
    }

    /** Text after "İlgi": the application, or the letter of the body that forwarded it. */
    private static String reference(LetterKind kind, Basvuru basvuru) {
        String day = DAY.format(basvuru.receivedAt().atZone(OfficeClock.ISTANBUL));
        if (kind == LetterKind.UST_YAZI) {
            return Texts.of("letter.letter-words.tarihli-ve-numarali-basvuru", day, basvuru.number());
        }
        if (basvuru.forwardedBy() == null) {
            return Texts.of(
                    "letter.letter-words.tarihli-ve-numarali-basvurunuz", day, basvuru.number(), paper(basvuru));
        }
        String given = basvuru.externalReference();
        return Texts.of(
                "letter.letter-words.tarihinde-alinan-yaziniz-kayit-no",
                day,
                given == null ? "" : Texts.of("letter.letter-words.sayili", given),
                basvuru.number(),
                paper(basvuru));
    }

    /** Registration number in the document system, if entered. */
    private static String paper(Basvuru basvuru) {
        String number = basvuru.incoming().paperNumber();
        var date = basvuru.incoming().paperDate();
        return number == null
                ? ""
                : Texts.of("letter.letter-words.evrak-kaydi", date == null ? "" : DAY.format(date) + ", ", number);
    }

    private static List<String> enclosed(Basvuru basvuru) {
        return List.of(Texts.of("letter.letter-words.numarali-basvuru", basvuru.number()));
    }

    private String closing(boolean toBody, Applicant applicant) {
        if (toBody) {
            return settings.closingToBody();
        }
        return applicant.title() == null ? settings.closingToPerson() : settings.closingToCompany();
    }

    private List<String> paragraphs(LetterKind kind, Basvuru basvuru, @Nullable BasvuruEvent event) {
        boolean toBody = body(kind, basvuru) != null;
        var facts = facts(basvuru, event);
        facts.put("kuruma", toBody);
        facts.put(
                "ilgi",
                toBody
                        ? Texts.of("letter.letter-words.ilgi-yazinizla-gonderilen-basvuru")
                        : Texts.of("letter.letter-words.ilgi-basvurunuz"));
        facts.put(
                "ilgide",
                toBody
                        ? Texts.of("letter.letter-words.ilgi-yazinizla-gonderilen-basvuruda")
                        : Texts.of("letter.letter-words.ilgi-basvurunuzda"));
        facts.put(
                "Basvuru",
                toBody ? Texts.of("letter.letter-words.basvuru") : Texts.of("letter.letter-kind.basvurunuz"));
        facts.put(
                "basvuru",
                toBody ? Texts.of("letter.letter-words.basvuru-2") : Texts.of("letter.letter-words.basvurunuz"));
        String closing = closing(toBody, basvuru.applicant());
        facts.put("kapanis", closing);
        facts.put("kapanisSonu", closing.substring(0, 1).toLowerCase(TURKISH) + closing.substring(1));
        var context = new Context(TURKISH, facts);
        return Arrays.stream(templates.process(kind.template(toBody), context).split("\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private Map<String, Object> facts(Basvuru basvuru, @Nullable BasvuruEvent event) {
        var facts = new HashMap<String, Object>();
        var deadline = basvuru.deadline();
        var answer = basvuru.answer();
        var outcome = basvuru.outcome();
        facts.put("numara", basvuru.number());
        facts.put("takip", tracking.page());
        facts.put("gelis", DAY.format(basvuru.receivedAt().atZone(OfficeClock.ISTANBUL)));
        facts.put("bilgiEdinme", basvuru.isInformationRequest());
        facts.put("sure", deadline.limit() + " " + deadline.unit().label());
        facts.put("dayanak", inRunningText(deadline.basis()));
        facts.put("cevap", answer == null ? "" : answer.text());
        facts.put("cevapSonucu", answer == null ? "" : answer.outcome().label().toLowerCase(TURKISH));
        facts.putAll(GroundWords.of(answer));
        var how = outcome == null && answer != null ? answer.outcome() : outcome;
        facts.put("sonuc", how == null ? "" : how.name());
        facts.putAll(remedies.words(basvuru));
        facts.put("odenmedi", basvuru.isLapsedUnpaid());
        String forwardedTo = Objects.requireNonNullElse(basvuru.forwardedTo(), "");
        facts.put("kurum", forwardedTo);
        facts.put("anaBasvuru", Objects.requireNonNullElse(basvuru.mainNumber(), ""));
        var fee = event instanceof BasvuruEvent.UcretBildirildi notified ? notified : null;
        facts.putAll(FeeWords.of(fee == null ? null : fee.notice(), settings.payAt()));
        if (fee != null && fee.iban() != null) {
            String iban = FeeWords.grouped(fee.iban());
            // On a single line
            facts.computeIfPresent(
                    "odemeYeri", (key, place) -> place.toString().replace(iban, iban.replace(' ', '\u00a0')));
        }
        facts.putAll(facts(event, deadline.lastDay()));
        return facts;
    }

    /** Converts a table's reference, "4982 sayılı Kanun md. 11", to "4982 sayılı Kanun’un 11’inci maddesi". */
    static String inRunningText(String basis) {
        return LAW_OF_A_TABLE
                .matcher(basis)
                .replaceAll(found -> found.group(1) + "’un " + TurkishSuffixes.ordinal(Integer.parseInt(found.group(2)))
                        + " maddesi");
    }

    /** Template variables of the event, empty if it has none. */
    private static Map<String, Object> facts(@Nullable BasvuruEvent event, LocalDate lastDay) {
        var fee = event instanceof BasvuruEvent.UcretBildirildi notified ? notified : null;
        return Map.of(
                "sonGun",
                DAY.format(event instanceof BasvuruEvent.LimitSet limit ? limit.limitLastDay() : lastDay),
                "yenidenAcildi",
                event instanceof BasvuruEvent.YenidenAcildi reopened && reopened.previousOutcome() != null,
                "ek",
                addition(event),
                "uzatma",
                event instanceof BasvuruEvent.SureUzatildi extended
                        ? extended.extensionGround().name()
                        : "",
                "sonOdeme",
                fee == null || fee.payUntil() == null ? "" : DAY.format(fee.payUntil()),
                "sonTamamlama",
                event instanceof BasvuruEvent.EksikBildirildi incomplete ? DAY.format(incomplete.completeUntil()) : "");
    }

    /** Free text of the event, or its reason. */
    private static String addition(@Nullable BasvuruEvent event) {
        String words = null;
        if (event instanceof BasvuruEvent.AraCevapVerildi interim) {
            words = interim.text();
        } else if (event instanceof BasvuruEvent.SureUzatildi extended) {
            words = extended.reason();
        } else if (event instanceof BasvuruEvent.EksikBildirildi incomplete) {
            words = incomplete.reason();
        } else if (event instanceof BasvuruEvent.YenidenAcildi reopened) {
            words = reopened.reason();
        } else if (event instanceof BasvuruEvent.Kapandi closed) {
            words = closed.reason();
        }
        return Objects.requireNonNullElse(words, "");
    }

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, OfficeClock.ISTANBUL);
    }
}
