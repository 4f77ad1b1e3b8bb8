package tr.muhatap.inquiry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.attachment.Upload;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.InquiryAddressee;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.rate.RateLimits;
import tr.muhatap.takip.TrackingCodes;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;

/** What whoever has a link sees and does: the questions and nothing else of the application. */
@Service
public class InquiryAnswers {

    private static final int SALT_BYTES = 16;

    private final InquiryStore store;
    private final BasvuruRegister register;
    private final Attachments attachments;
    private final TrackingCodes codes;
    private final RateLimits rates;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    InquiryAnswers(
            InquiryStore store,
            BasvuruRegister register,
            Attachments attachments,
            TrackingCodes codes,
            RateLimits rates,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.register = register;
        this.attachments = attachments;
        this.codes = codes;
        this.rates = rates;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a link shows.
     *
     * @param number only where the asker wished it
     * @param ofApplicant whether the applicant is asked, who learns what the question does to the limit
     * @param informationRequest whether that limit can be extended (4982 md. 11)
     */
    public record Sheet(
            @Nullable String number,
            @Nullable String intro,
            LocalDate lastDay,
            InquiryState state,
            boolean ofApplicant,
            boolean informationRequest,
            List<Inquiry.Question> questions) {

        public Sheet {
            questions = List.copyOf(questions);
        }

        public boolean isOpen() {
            return state == InquiryState.BEKLENIYOR;
        }

        /** The questions that wait for an answer. */
        public List<Inquiry.Question> unanswered() {
            return questions.stream().filter(question -> !question.isAnswered()).toList();
        }
    }

    /** Name of the form field of a question. */
    public static String field(int place) {
        return "cevap-" + place;
    }

    /** Empty for a link that is none of ours, whatever is wrong with it. A missing token is no guess. */
    public Optional<Sheet> open(String token) {
        if (token.isBlank()) {
            return Optional.empty();
        }
        var found = store.byToken(codes.linkHash(token));
        if (found.isEmpty()) {
            rates.wrongCode();
        }
        return found.map(InquiryStore.Row::inquiry).map(this::sheet);
    }

    private Sheet sheet(Inquiry inquiry) {
        var basvuru = register.get(inquiry.number());
        return new Sheet(
                inquiry.showNumber() ? inquiry.number() : null,
                inquiry.intro(),
                inquiry.lastDay(),
                state(inquiry),
                inquiry.addressee() == InquiryAddressee.BASVURU_SAHIBI,
                basvuru.isInformationRequest(),
                // What was answered is not shown again: a link may have been passed on
                inquiry.questions());
    }

    /** The day ends a link, also before the program has written that down. */
    private InquiryState state(Inquiry inquiry) {
        return inquiry.isOpen() && inquiry.lastDay().isBefore(LocalDate.now(clock))
                ? InquiryState.SURESI_DOLDU
                : inquiry.state();
    }

    /**
     * Answers some or all questions.
     *
     * @param typed by {@link #field}; what is blank is not answered
     * @param files by the same
     * @param complete whether nothing more comes
     * @throws NotFoundException if the link is none of ours
     * @throws InvalidInputException naming every fault
     * @throws RuleViolationException if the link has ended, or a question was answered meanwhile
     */
    public void answer(String token, Map<String, String> typed, Map<String, List<Upload>> files, boolean complete) {
        if (token.isBlank()) {
            throw new NotFoundException(Texts.of("inquiry.inquiry-answers.gecersiz"));
        }
        String hash = codes.linkHash(token);
        var seen = find(hash);
        requireOpen(seen);
        var given = new LinkedHashMap<Integer, String>();
        var accepted = new ArrayList<Attachments.Accepted>();
        int count = read(seen, typed, files, complete, given, accepted);
        transaction.executeWithoutResult(tx -> write(hash, given, accepted, count, complete));
    }

    private Inquiry find(String hash) {
        return store.byToken(hash).map(InquiryStore.Row::inquiry).orElseThrow(() -> {
            rates.wrongCode();
            return new NotFoundException(Texts.of("inquiry.inquiry-answers.gecersiz"));
        });
    }

    private void requireOpen(Inquiry inquiry) {
        if (state(inquiry) != InquiryState.BEKLENIYOR) {
            throw new RuleViolationException(InquiryRefusal.SORU_KAPALI, Texts.of("inquiry.ret.soru-kapali"));
        }
    }

    /** @return how many files were accepted */
    private int read(
            Inquiry inquiry,
            Map<String, String> typed,
            Map<String, List<Upload>> files,
            boolean complete,
            Map<Integer, String> given,
            List<Attachments.Accepted> accepted) {
        var errors = new ArrayList<FieldError>();
        int count = 0;
        for (var question : inquiry.questions()) {
            String field = field(question.place());
            var uploads = files.getOrDefault(field, List.of());
            String words = PlainText.stripped(PlainText.normal(typed.getOrDefault(field, "")));
            if (question.type() == QuestionType.DOSYA && !uploads.isEmpty() && !question.isAnswered()) {
                try {
                    accepted.add(attachments.accept(uploads));
                    given.put(question.place(), Texts.of("inquiry.inquiry-answers.ek-sayisi", uploads.size()));
                    count += uploads.size();
                } catch (InvalidInputException faulty) {
                    faulty.errors().forEach(error -> errors.add(new FieldError(field, error.message())));
                }
            } else if (question.type() != QuestionType.DOSYA && !words.isEmpty()) {
                question.type()
                        .read(words, question.choices())
                        .ifPresentOrElse(
                                answer -> given.put(question.place(), answer),
                                () -> errors.add(
                                        new FieldError(field, question.type().fault())));
            } else if (complete && question.required() && !question.isAnswered()) {
                errors.add(new FieldError(field, Texts.of("inquiry.inquiry-answers.zorunlu")));
            }
        }
        if (errors.isEmpty() && given.isEmpty() && !complete) {
            errors.add(new FieldError(
                    field(inquiry.questions().get(0).place()), Texts.of("inquiry.inquiry-answers.bir-cevap-yazin")));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return count;
    }

    private void write(
            String hash, Map<Integer, String> given, List<Attachments.Accepted> accepted, int files, boolean complete) {
        register.hold(find(hash).number());
        var inquiry = find(hash);
        requireOpen(inquiry);
        String actor = inquiry.addressee() == InquiryAddressee.BASVURU_SAHIBI ? CurrentUser.CITIZEN : CurrentUser.LINK;
        var answered = new ArrayList<BasvuruEvent.AnsweredQuestion>();
        for (var question : inquiry.questions()) {
            String answer = given.get(question.place());
            if (answer == null || answer.equals(question.answer())) {
                continue;
            }
            if (question.isAnswered()) {
                throw new RuleViolationException(
                        InquiryRefusal.SORU_CEVAPLANMIS, Texts.of("inquiry.ret.soru-cevaplanmis", question.place()));
            }
            String salt = salt();
            store.answer(inquiry.number(), inquiry.id(), question.place(), answer, salt);
            answered.add(new BasvuruEvent.AnsweredQuestion(question.place(), proof(salt, answer)));
        }
        accepted.forEach(file -> attachments.addByLink(inquiry.number(), file, actor));
        boolean whole = complete
                || inquiry.answered() + answered.size() == inquiry.questions().size();
        boolean settled = whole && store.settle(inquiry.number(), inquiry.id(), InquiryState.TAMAMLANDI, null);
        if (!answered.isEmpty() || settled) {
            events.publishEvent(new BasvuruEvent.SoruCevaplandi(
                    inquiry.number(), clock.instant(), actor, inquiry.id(), answered, files, settled));
        }
    }

    private String salt() {
        var bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What the history keeps of an answer: with salt and words it proves them, without them it reveals nothing. */
    static String proof(String salt, String answer) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((salt + answer).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
