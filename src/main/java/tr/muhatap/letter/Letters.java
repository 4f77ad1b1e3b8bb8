package tr.muhatap.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruEventType;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.History;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.PersonalDataLog;
import tr.muhatap.basvuru.Status;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Check;
import tr.muhatap.text.Days;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Printable;
import tr.muhatap.text.Texts;

/**
 * An application's letters: its events determine which there are. A letter is a draft, regenerated on each access,
 * until its number in the document system (EBYS) is entered; then its content is fixed.
 *
 * <p>Visible only to those who write letters: Halkla İlişkiler, and the desk that took the application.
 */
@Component
public class Letters {

    private static final int LONGEST_SAYI = 60;
    private static final String ONE_LINE = Texts.of("letter.letters.sayi-en-cok-karakterlik-tek", LONGEST_SAYI);
    private static final Check.Wording SAYI =
            new Check.Wording(Texts.of("letter.letters.belge-sisteminin-ebys-verdigi-sayi"), ONE_LINE, ONE_LINE);

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

    /** A letter that could be written now, with the event it reports. */
    private record Possible(
            LetterKind kind,
            int ordinal,
            boolean decided,
            @Nullable BasvuruEvent event) {}

    /** Whether the current user writes letters for an application. */
    public boolean mayWrite(String number) {
        return register.find(number).filter(access::mayWriteLetters).isPresent();
    }

    /**
     * All letters of an application, in the order of their events; answers of earlier rounds first.
     *
     * @throws NotFoundException if the current user may not read it
     * @throws org.springframework.security.access.AccessDeniedException if the user does not write its letters
     */
    public List<Letter> of(String number) {
        var basvuru = readable(number);
        personalDataLog.viewed(number, Texts.of("letter.letters.yazilar"));
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

    /** A letter as PDF, marked TASLAK while it has no number. Each access is logged (6698 KVKK). */
    public byte[] pdf(String number, LetterKind kind, int ordinal) {
        var basvuru = readable(number);
        personalDataLog.viewed(number, Texts.of("letter.letters.yazi", kind.label()));
        return store.find(number, kind, ordinal)
                .map(letter -> pdf.draw(number, letter.content(), letter.sayi(), letter.date()))
                .orElseGet(() -> {
                    var possible = find(basvuru, kind, ordinal);
                    return pdf.draw(number, write(basvuru, possible), null, null);
                });
    }

    /**
     * Enters or corrects the number assigned by the document system; the content is fixed.
     *
     * @param date ISO; not in the future, not before the application's receipt
     * @throws tr.muhatap.problem.InvalidInputException naming every faulty field
     * @throws RuleViolationException with the violated rule
     */
    @Transactional
    public void number(String number, LetterKind kind, int ordinal, @Nullable String sayi, @Nullable String date) {
        var basvuru = readable(number);
        var earlier = store.find(number, kind, ordinal);
        var possible = earlier.isPresent() ? null : find(basvuru, kind, ordinal);
        var day = check(basvuru, sayi, date);
        String given = sayi == null ? "" : PlainText.stripped(PlainText.normal(sayi));
        if (store.isTaken(given, number, kind, ordinal)) {
            throw new RuleViolationException(
                    LetterRefusal.YAZI_SAYISI_KULLANILMIS, Texts.of("letter.letters.bu-sayi-baska-bir-yaziya"));
        }
        if (possible == null) {
            store.correct(number, kind, ordinal, given, day);
        } else {
            if (!possible.decided()) {
                throw new RuleViolationException(
                        LetterRefusal.YAZI_CEVAP_ONAYLANMADI,
                        Texts.of("letter.letters.cevap-onaylanmadan-yaziya-sayi-verilemez"));
            }
            if (!settings.complete()) {
                throw new RuleViolationException(
                        LetterRefusal.YAZI_AYARI_EKSIK, Texts.of("letter.letters.once-kurumun-adi-ve-imzalayan"));
            }
            var content = write(basvuru, possible);
            Printable.fault(String.join("\n", content.paragraphs())).ifPresent(fault -> {
                throw new RuleViolationException(
                        LetterRefusal.YAZI_BASILAMAZ, Texts.of("letter.letters.yaziya-sayi-verilemez", fault));
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
        var check = new Check();
        String given = check.optionalLine("sayi", sayi, LONGEST_SAYI, SAYI);
        check.require(given != null || check.isFaulty("sayi"), "sayi", SAYI.missing());
        check.printable("sayi", given);
        var day = Optional.ofNullable(date).flatMap(Days::parse);
        if (day.isEmpty()) {
            check.reject("date", Texts.of("letter.letters.yazinin-tarihi-yazilmalidir", Days.EXAMPLE));
        } else if (day.get().isAfter(LocalDate.now(clock))
                || day.get().isBefore(LetterWords.dayOf(basvuru.receivedAt()))) {
            check.reject("date", Texts.of("letter.letters.yazinin-tarihi-basvuru-tarihinden-once"));
        }
        check.done();
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
                .orElseThrow(() -> new NotFoundException(Texts.of("letter.letters.bu-basvurunun-boyle-bir-yazisi")));
    }

    private LetterContent write(Basvuru basvuru, Possible possible) {
        boolean isAnswer = possible.kind().carriesAnswer() && basvuru.answer() != null;
        return words.write(
                possible.kind(), basvuru, possible.event(), isAnswer ? attachments.ofAnswer(basvuru) : List.of());
    }

    private List<Possible> possible(Basvuru basvuru) {
        var letters = new ArrayList<Possible>();
        var counts = new EnumMap<LetterKind, Integer>(LetterKind.class);
        BasvuruEvent end = null;
        for (var entry : history.of(basvuru.number())) {
            var event = entry.event();
            var kind = event == null ? null : ofEvent(event.type());
            if (kind != null) {
                letters.add(new Possible(kind, counts.merge(kind, 1, Integer::sum), true, event));
            }
            if (event instanceof BasvuruEvent.Kapandi) {
                end = event;
            }
        }
        int round = basvuru.reopenings() + 1;
        var outcome = basvuru.outcome();
        var answer = basvuru.answer();
        boolean decided = basvuru.status() == Status.CEVAPLANDI || basvuru.status() == Status.KAPANDI;
        if (outcome != null && decided) {
            letters.add(new Possible(ofOutcome(outcome), round, true, end));
            String body = basvuru.forwardedTo();
            // A company is no authority: nothing is forwarded to it, the letter names it to the applicant (3071 md. 5)
            if (outcome == Outcome.YONLENDIRILDI && body != null && !TurkishSuffixes.isCompany(body)) {
                letters.add(new Possible(LetterKind.UST_YAZI, round, true, end));
            }
        } else if (answer != null) {
            letters.add(new Possible(ofOutcome(answer.outcome()), round, false, null));
        }
        return letters;
    }

    /** The letter to the applicant about an event; that of the answer depends on the outcome. */
    private static @Nullable LetterKind ofEvent(BasvuruEventType type) {
        return switch (type) {
            case ALINDI, YENIDEN_ACILDI -> LetterKind.KAYIT_BILDIRIMI;
            case SURE_UZATILDI -> LetterKind.SURE_UZATIMI;
            case UCRET_BILDIRILDI -> LetterKind.UCRET_BILDIRIMI;
            case EKSIK_BILDIRILDI -> LetterKind.EKSIKLIK_BILDIRIMI;
            case ARA_CEVAP_VERILDI -> LetterKind.ARA_CEVAP;
            case SAKLAMA_ENGELI_KONULDU,
                    SAKLAMA_ENGELI_KALDIRILDI,
                    ANONIM_HALE_GETIRILDI,
                    YERINDE_BILGI_VERILDI,
                    AYDINLATMA_YAPILDI,
                    INCELENDI,
                    SEVK_EDILDI,
                    IADE_EDILDI,
                    CEVAP_HAZIRLANDI,
                    DUZELTME_ISTENDI,
                    ONAYLANDI,
                    MESAJ_ILETILDI,
                    ILETISIM_DUZELTILDI,
                    MESAJ_ILETILEMEDI,
                    ELLE_ILETILDI,
                    EK_EKLENDI,
                    EK_KALDIRILDI,
                    YAZI_SAYILANDI,
                    NOT_EKLENDI,
                    SURESI_DOLDU,
                    IS_VERILDI,
                    GOREV_GERI_VERILDI,
                    VEKALETEN_USTLENILDI,
                    IKINCI_SURE_DOLDU,
                    BIRIM_UYARILDI,
                    DEVRALINDI,
                    YENIDEN_SEVK_EDILDI,
                    KAPANDI,
                    EKSIK_TAMAMLANDI,
                    TEBLIG_EDILDI,
                    UZATMA_ULASMADI,
                    ODEME_SURESI_BELIRLENDI,
                    ODEME_BELGESI_SUNULDU,
                    ODEME_BELGESI_KABUL_EDILMEDI,
                    UCRET_ODENDI,
                    TATIL_SUREYI_DEGISTIRDI,
                    YUKSELTME_GERI_ALINDI,
                    GORUS_ISTENDI,
                    GORUS_GELDI,
                    GORUS_GERI_CEKILDI,
                    SORU_SORULDU,
                    SORU_CEVAPLANDI,
                    SORU_HATIRLATILDI,
                    SORU_GERI_ALINDI,
                    SORU_SURESI_DOLDU,
                    GERI_CEKILDI,
                    GEREKCE_YAZILDI,
                    TAKIP_KODU_YENILENDI,
                    BIRLESTIRILDI,
                    ITIRAZ_EDILDI,
                    KURUL_BILGI_ISTEDI,
                    KURUL_SURESI_DOLDU,
                    KURUL_IKINCI_SURE_DOLDU,
                    KURUL_CEVABI_HATIRLATILDI,
                    KURUL_SURESI_DEGISTI,
                    KURULA_CEVAP_VERILDI,
                    ITIRAZ_SONUCLANDI,
                    MURACAAT_ALINDI,
                    MURACAAT_IKINCI_YERE,
                    MURACAAT_SURESI_DEGISTI,
                    MURACAAT_CEVAPLANDI -> null;
        };
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
