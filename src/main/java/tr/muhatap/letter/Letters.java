package tr.muhatap.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.History;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.PersonalDataLog;
import tr.muhatap.basvuru.Status;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Days;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Printable;

/**
 * An application's letters: what happened to it says which there are. A letter is a draft, written anew at every look, until
 * its number in the document system (EBYS) is entered; from then on its words stay.
 *
 * <p>Only those who write letters see them: Halkla İlişkiler, and the desk that took the application.
 */
@Component
public class Letters {

    private static final int LONGEST_SAYI = 60;

    /** The events that are told by a letter. */
    private static final Map<String, LetterKind> TOLD = Map.of(
            "Alindi", LetterKind.KAYIT_BILDIRIMI,
            "YenidenAcildi", LetterKind.KAYIT_BILDIRIMI,
            "SureUzatildi", LetterKind.SURE_UZATIMI,
            "UcretBildirildi", LetterKind.UCRET_BILDIRIMI,
            "EksikBildirildi", LetterKind.EKSIKLIK_BILDIRIMI,
            "AraCevapVerildi", LetterKind.ARA_CEVAP);

    private final BasvuruRegister register;
    private final BasvuruAccess access;
    private final History history;
    private final PersonalDataLog personalDataLog;
    private final LetterStore store;
    private final LetterWords words;
    private final LetterPdf pdf;
    private final LetterSettings settings;
    private final Attachments attachments;
    private final Clock clock;

    Letters(
            BasvuruRegister register,
            BasvuruAccess access,
            History history,
            PersonalDataLog personalDataLog,
            LetterStore store,
            LetterWords words,
            LetterPdf pdf,
            LetterSettings settings,
            Attachments attachments,
            Clock clock) {
        this.register = register;
        this.access = access;
        this.history = history;
        this.personalDataLog = personalDataLog;
        this.store = store;
        this.words = words;
        this.pdf = pdf;
        this.settings = settings;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** A letter that could be written now, from the event it tells of. */
    private record Possible(LetterKind kind, int ordinal, boolean decided, Map<String, Object> detail) {}

    /** Whether the current user writes letters for an application. */
    public boolean mayWrite(String number) {
        return register.find(number).filter(access::mayWriteLetters).isPresent();
    }

    /**
     * All letters of an application, in the order of what they tell; answers of earlier rounds first.
     *
     * @throws NotFoundException where the current user may not read it
     * @throws org.springframework.security.access.AccessDeniedException where he does not write its letters
     */
    public List<Letter> of(String number) {
        var basvuru = readable(number);
        personalDataLog.viewed(number, "yazılar");
        var numbered = new ArrayList<>(store.of(number));
        var letters = new ArrayList<Letter>();
        for (var possible : possible(basvuru)) {
            numbered.stream()
                    .filter(letter -> letter.kind() == possible.kind() && letter.ordinal() == possible.ordinal())
                    .findFirst()
                    .ifPresentOrElse(
                            letter -> {
                                letters.add(letter(number, letter));
                                numbered.remove(letter);
                            },
                            () -> letters.add(new Letter(
                                    number, possible.kind(), possible.ordinal(), null, null, possible.decided())));
        }
        // Answers of earlier rounds
        numbered.forEach(letter -> letters.add(0, letter(number, letter)));
        return letters;
    }

    private static Letter letter(String number, LetterStore.Numbered letter) {
        return new Letter(number, letter.kind(), letter.ordinal(), letter.sayi(), letter.date(), true);
    }

    /** A letter as PDF, marked TASLAK while it has no number. Who looks is written down (6698 KVKK). */
    public byte[] pdf(String number, LetterKind kind, int ordinal) {
        var basvuru = readable(number);
        personalDataLog.viewed(number, "yazı: " + kind.label());
        return store.find(number, kind, ordinal)
                .map(letter -> pdf.draw(number, letter.content(), letter.sayi(), letter.date()))
                .orElseGet(() -> {
                    var possible = find(basvuru, kind, ordinal);
                    return pdf.draw(number, write(basvuru, possible), null, null);
                });
    }

    /**
     * Enters the number that the document system gave, or corrects it; its words stay as they are now.
     *
     * @param date ISO; not in the future, not before the application came
     * @throws InvalidInputException naming every faulty field
     * @throws RuleViolationException with the rule that forbids it
     */
    @Transactional
    public void number(String number, LetterKind kind, int ordinal, @Nullable String sayi, @Nullable String date) {
        var basvuru = readable(number);
        var day = check(basvuru, sayi, date);
        String given = sayi == null ? "" : sayi.strip();
        if (store.isTaken(given, number, kind, ordinal)) {
            throw new RuleViolationException("Bu sayı başka bir yazıya verilmiş.");
        }
        var earlier = store.find(number, kind, ordinal);
        if (earlier.isPresent()) {
            store.correct(number, kind, ordinal, given, day);
        } else {
            var possible = find(basvuru, kind, ordinal);
            if (!possible.decided()) {
                throw new RuleViolationException("Cevap onaylanmadan yazıya sayı verilemez.");
            }
            if (!settings.complete()) {
                throw new RuleViolationException(
                        "Önce kurumun adı ve imzalayan ayarlanmalıdır (muhatap.letter.institution, .signatory).");
            }
            var content = write(basvuru, possible);
            Printable.fault(String.join("\n", content.paragraphs())).ifPresent(fault -> {
                throw new RuleViolationException("Yazıya sayı verilemez: " + fault);
            });
            store.add(number, new LetterStore.Numbered(kind, ordinal, given, day, content));
        }
        register.letterNumbered(
                number,
                kind.label(),
                given,
                day,
                earlier.map(LetterStore.Numbered::sayi).orElse(null));
    }

    private LocalDate check(Basvuru basvuru, @Nullable String sayi, @Nullable String date) {
        var errors = new ArrayList<FieldError>();
        if (sayi == null || sayi.isBlank()) {
            errors.add(new FieldError("sayi", "Belge sisteminin (EBYS) verdiği sayı yazılmalıdır."));
        } else if (sayi.strip().length() > LONGEST_SAYI || !PlainText.isCleanLine(sayi.strip())) {
            errors.add(new FieldError("sayi", "Sayı en çok " + LONGEST_SAYI + " karakterlik tek satır olabilir."));
        } else {
            Printable.fault(sayi).ifPresent(fault -> errors.add(new FieldError("sayi", fault)));
        }
        var day = Optional.ofNullable(date).flatMap(Days::parse);
        if (day.isEmpty()) {
            errors.add(new FieldError("date", "Yazının tarihi yazılmalıdır, " + Days.EXAMPLE + "."));
        } else if (day.get().isAfter(LocalDate.now(clock))
                || day.get().isBefore(LetterWords.dayOf(basvuru.receivedAt()))) {
            errors.add(new FieldError("date", "Yazının günü başvurudan önce ya da ileride olamaz."));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return day.orElseThrow();
    }

    private Basvuru readable(String number) {
        var basvuru = register.get(number);
        access.requireLetters(basvuru);
        return basvuru;
    }

    private Possible find(Basvuru basvuru, LetterKind kind, int ordinal) {
        return possible(basvuru).stream()
                .filter(possible -> possible.kind() == kind && possible.ordinal() == ordinal)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("Bu başvurunun böyle bir yazısı yok."));
    }

    private LetterContent write(Basvuru basvuru, Possible possible) {
        boolean isAnswer = possible.kind().carriesAnswer() && basvuru.answer() != null;
        return words.write(
                possible.kind(), basvuru, possible.detail(), isAnswer ? attachments.ofAnswer(basvuru) : List.of());
    }

    private List<Possible> possible(Basvuru basvuru) {
        var letters = new ArrayList<Possible>();
        var counts = new EnumMap<LetterKind, Integer>(LetterKind.class);
        Map<String, Object> end = Map.of();
        for (var entry : history.of(basvuru.number())) {
            var kind = TOLD.get(entry.action());
            if (kind != null) {
                letters.add(new Possible(kind, counts.merge(kind, 1, Integer::sum), true, entry.detail()));
            }
            if (entry.action().equals("Kapandi")) {
                end = entry.detail();
            }
        }
        int round = basvuru.reopenings() + 1;
        var outcome = basvuru.outcome();
        var answer = basvuru.answer();
        boolean decided = basvuru.status() == Status.CEVAPLANDI || basvuru.status() == Status.KAPANDI;
        if (outcome != null && decided) {
            letters.add(new Possible(ofOutcome(outcome), round, true, end));
            String body = basvuru.forwardedTo();
            // A company is no authority: nothing is sent to it, the applicant is told where to turn (3071 md. 5)
            if (outcome == Outcome.YONLENDIRILDI && body != null && !TurkishSuffixes.isCompany(body)) {
                letters.add(new Possible(LetterKind.UST_YAZI, round, true, end));
            }
        } else if (answer != null) {
            letters.add(new Possible(ofOutcome(answer.outcome()), round, false, Map.of()));
        }
        return letters;
    }

    private static LetterKind ofOutcome(Outcome outcome) {
        return switch (outcome) {
            case YONLENDIRILDI -> LetterKind.YONLENDIRME;
            case OLUMSUZ -> LetterKind.RET;
            case KISMEN -> LetterKind.KISMI_RET;
            case OLUMLU, PROGRAMA_ALINDI, BILGI_VERILDI, ISLEME_KONULMADI, MUKERRER, VAZGECILDI -> LetterKind.SONUC;
        };
    }
}
