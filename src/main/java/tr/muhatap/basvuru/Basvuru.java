package tr.muhatap.basvuru;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;
import tr.muhatap.calendar.HolidayChange;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.calendar.PeriodOf;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.Counting;
import tr.muhatap.deadline.DayUnit;
import tr.muhatap.deadline.Deadline;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.deadline.Limits;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Days;
import tr.muhatap.text.Printable;

/**
 * An application (başvuru): everything about people, words and dates, and the rules by which it moves. Each step is one
 * guarded method; a step that the rules forbid throws {@link RuleViolationException} with a Turkish sentence and changes
 * nothing. Each step leaves one event.
 */
@Table
public class Basvuru extends AbstractAggregateRoot<Basvuru> {

    /** The outcomes that an answer can have; the others end an application without one. */
    public static final List<Outcome> ANSWERS =
            List.of(Outcome.OLUMLU, Outcome.KISMEN, Outcome.OLUMSUZ, Outcome.PROGRAMA_ALINDI, Outcome.BILGI_VERILDI);

    /** Number of the first tracking code; 0 is a random one of before. */
    public static final int FIRST_CODE_ISSUE = 1;

    private static final int WORKING_DAYS_TO_PAY = 15;
    private static final int WORKING_DAYS_TO_ANSWER_BOARD = 15;
    private static final int DAYS_TO_OBJECT = 15;

    /** As wide as the column. */
    private static final int LONGEST_WITH_COMPLETIONS = 40_000;

    @Id
    private final String number;

    @Version
    private @Nullable Long version;

    private int codeIssue;
    private @Nullable String codeHash;
    private final Channel channel;
    private final @Nullable Source source;
    private final Kind kind;
    private final @Nullable Submission submission;
    private final @Nullable String forwardedBy;
    private @Nullable String topic;
    private final String subject;
    private String text;

    @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "applicant_")
    private Applicant applicant;

    private final @Nullable String externalReference;
    private final String deliveredBy;
    private final String contentDigest;
    private final @Nullable Double latitude;
    private final @Nullable Double longitude;
    private final String warnings;
    private final Instant receivedAt;
    private final Instant registeredAt;
    private final @Nullable String previousNumber;

    @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "deadline_")
    private Deadline deadline;

    @Embedded.Nullable(prefix = "other_")
    private @Nullable Deadline otherDeadline;

    @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "counting_")
    private Counting counting;

    private long calendarVersion;
    private @Nullable Instant secondLimit;

    private Status status;
    private @Nullable Outcome outcome;
    private @Nullable String unit;
    private int escalationLevel;
    private @Nullable String takenOverBy;
    private @Nullable String decisionReason;
    private @Nullable String decisionAuthor;
    private @Nullable String decisionTarget;
    private @Nullable String forwardedTo;

    @Embedded.Nullable(prefix = "answer_")
    private @Nullable Answer answer;

    private int answerRound;
    private @Nullable Instant answeredAt;
    private @Nullable Instant closedAt;

    @Embedded.Nullable(prefix = "fee_")
    private @Nullable Fee fee;

    private @Nullable Instant incompleteUntil;
    private int returns;
    private int reopenings;
    private @Nullable String mainNumber;

    @Embedded.Nullable(prefix = "appeal_")
    private @Nullable Appeal appeal;

    @PersistenceCreator
    Basvuru(
            String number,
            @Nullable Long version,
            int codeIssue,
            @Nullable String codeHash,
            Channel channel,
            @Nullable Source source,
            Kind kind,
            @Nullable Submission submission,
            @Nullable String forwardedBy,
            @Nullable String topic,
            String subject,
            String text,
            Applicant applicant,
            @Nullable String externalReference,
            String deliveredBy,
            String contentDigest,
            @Nullable Double latitude,
            @Nullable Double longitude,
            String warnings,
            Instant receivedAt,
            Instant registeredAt,
            @Nullable String previousNumber,
            Deadline deadline,
            @Nullable Deadline otherDeadline,
            Counting counting,
            long calendarVersion,
            @Nullable Instant secondLimit,
            Status status,
            @Nullable Outcome outcome,
            @Nullable String unit,
            int escalationLevel,
            @Nullable String takenOverBy,
            @Nullable String decisionReason,
            @Nullable String decisionAuthor,
            @Nullable String decisionTarget,
            @Nullable String forwardedTo,
            @Nullable Answer answer,
            int answerRound,
            @Nullable Instant answeredAt,
            @Nullable Instant closedAt,
            @Nullable Fee fee,
            @Nullable Instant incompleteUntil,
            int returns,
            int reopenings,
            @Nullable String mainNumber,
            @Nullable Appeal appeal) {
        this.number = number;
        this.version = version;
        this.codeIssue = codeIssue;
        this.codeHash = codeHash;
        this.channel = channel;
        this.source = source;
        this.kind = kind;
        this.submission = submission;
        this.forwardedBy = forwardedBy;
        this.topic = topic;
        this.subject = subject;
        this.text = text;
        this.applicant = applicant;
        this.externalReference = externalReference;
        this.deliveredBy = deliveredBy;
        this.contentDigest = contentDigest;
        this.latitude = latitude;
        this.longitude = longitude;
        this.warnings = warnings;
        this.receivedAt = receivedAt;
        this.registeredAt = registeredAt;
        this.previousNumber = previousNumber;
        this.deadline = deadline;
        this.otherDeadline = otherDeadline;
        this.counting = counting;
        this.calendarVersion = calendarVersion;
        this.secondLimit = secondLimit;
        this.status = status;
        this.outcome = outcome;
        this.unit = unit;
        this.escalationLevel = escalationLevel;
        this.takenOverBy = takenOverBy;
        this.decisionReason = decisionReason;
        this.decisionAuthor = decisionAuthor;
        this.decisionTarget = decisionTarget;
        this.forwardedTo = forwardedTo;
        this.answer = answer;
        this.answerRound = answerRound;
        this.answeredAt = answeredAt;
        this.closedAt = closedAt;
        this.fee = fee;
        this.incompleteUntil = incompleteUntil;
        this.returns = returns;
        this.reopenings = reopenings;
        this.mainNumber = mainNumber;
        this.appeal = appeal;
    }

    /**
     * A new application. What a desk or the call centre took down completely, with its topic and without a warning, needs no
     * review and waits for its routing at once.
     */
    static Basvuru register(String number, NewBasvuru given, Deadlines deadlines, String actor, Instant now) {
        var basvuru = take(number, given, deadlines, now);
        basvuru.registerEvent(new BasvuruEvent.Alindi(
                number,
                now,
                actor,
                given.channel(),
                given.kind(),
                given.topic(),
                given.receivedAt(),
                basvuru.deadline.lastDay(),
                basvuru.deadline.lateFrom(),
                basvuru.status == Status.ON_INCELEMEDE));
        basvuru.informOfPersonalData(given.privacyNotice(), actor, now);
        return basvuru;
    }

    /** That the applicant was informed stands in the history: the controller has to prove it (6698 md. 10). */
    private void informOfPersonalData(@Nullable String notice, String actor, Instant now) {
        if (notice != null) {
            registerEvent(new BasvuruEvent.AydinlatmaYapildi(number, now, actor, notice, channel.isOral()));
        }
    }

    /**
     * A new application whose applicant got the information asked for on the spot, at a desk or on the phone: registered and
     * closed in one step. No process ever starts for it, since nothing is left to do.
     *
     * @param information what the applicant was told
     */
    static Basvuru registerInformed(
            String number, NewBasvuru given, String information, Deadlines deadlines, String actor, Instant now) {
        if (!given.channel().isOral()) {
            throw new RuleViolationException("Bilgi yalnızca masada ve telefonda yerinde verilip kapatılabilir.");
        }
        var basvuru = take(number, given, deadlines, now);
        basvuru.answer = new Answer(Outcome.BILGI_VERILDI, null, information);
        basvuru.answeredAt = now;
        basvuru.registerEvent(new BasvuruEvent.YerindeBilgiVerildi(
                number, now, actor, given.channel(), given.kind(), given.topic(), given.receivedAt()));
        basvuru.informOfPersonalData(given.privacyNotice(), actor, now);
        basvuru.close(Outcome.BILGI_VERILDI, null, actor, now);
        return basvuru;
    }

    private static Basvuru take(String number, NewBasvuru given, Deadlines deadlines, Instant now) {
        long calendarVersion = deadlines.calendarVersion();
        var counting = deadlines.countingFrom(dayOf(given.receivedAt()));
        var limits = deadlines.limits(given.channel(), given.kind() == Kind.BILGI_ISTEMI, counting);
        boolean needsReview = !given.channel().isOral()
                || given.topic() == null
                || !given.warnings().isEmpty();
        return new Basvuru(
                number,
                null,
                FIRST_CODE_ISSUE,
                null,
                given.channel(),
                given.source(),
                given.kind(),
                given.submission(),
                given.forwardedBy(),
                given.topic(),
                given.subject(),
                given.text(),
                given.applicant(),
                given.externalReference(),
                given.deliveredBy(),
                given.contentDigest(),
                given.latitude(),
                given.longitude(),
                String.join("\n", given.warnings()),
                given.receivedAt(),
                now,
                given.previousNumber(),
                limits.governing(),
                limits.other(),
                counting,
                calendarVersion,
                null,
                needsReview ? Status.ON_INCELEMEDE : Status.SEVK_BEKLIYOR,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                null,
                null,
                null,
                null,
                0,
                0,
                null,
                null);
    }

    /**
     * The review's decision. {@code KABUL} leads to routing. {@code EKSIK} waits for the applicant, but under 4982, where a
     * defective application is not processed (md. 6). Everything else closes the application and tells the applicant: of what
     * belongs to another body, to which one it was sent (4982 md. 7, 3071 md. 5); of a duplicate, which one is the main.
     *
     * @param decidedTopic topic set by the reviewer; null leaves it as it is
     * @param waitUntil how long an applicant has to complete what lacks
     */
    void review(ReviewDecision decision, @Nullable String decidedTopic, Deadline waitUntil, String actor, Instant now) {
        require(Status.ON_INCELEMEDE);
        if (decidedTopic != null) {
            topic = decidedTopic;
        }
        String reason = takeReason(actor, now);
        String target = decisionTarget;
        decisionTarget = null;
        forwardedTo = decision == ReviewDecision.YETKISIZ ? target : null;
        if (decision == ReviewDecision.MUKERRER && target != null) {
            mainNumber = target;
        }
        registerEvent(new BasvuruEvent.Incelendi(
                number,
                now,
                actor,
                decision,
                topic,
                forwardedTo,
                decision == ReviewDecision.MUKERRER ? mainNumber : null,
                reason));
        switch (decision) {
            case KABUL -> status = Status.SEVK_BEKLIYOR;
            case YETKISIZ -> close(Outcome.YONLENDIRILDI, reason, actor, now);
            case MUKERRER -> close(Outcome.MUKERRER, reason, actor, now);
            case ISLEME_KONULMAZ -> close(Outcome.ISLEME_KONULMADI, reason, actor, now);
            case EKSIK -> {
                if (channel.family().awaitsCompletion()) {
                    awaitCompletion(waitUntil, reason, actor, now);
                } else {
                    close(Outcome.ISLEME_KONULMADI, reason, actor, now);
                }
            }
        }
    }

    private void awaitCompletion(Deadline waitUntil, @Nullable String reason, String actor, Instant now) {
        status = Status.EKSIK_BEKLIYOR;
        incompleteUntil = waitUntil.lateFrom();
        registerEvent(new BasvuruEvent.EksikBildirildi(number, now, actor, waitUntil.lastDay(), reason));
    }

    /** The applicant completes what lacked: the review has it again. The limit ran on meanwhile. */
    void complete(String addition, String actor, Instant now) {
        requireCompletable();
        requireRoom(addition, now);
        text = text + completion(addition, now);
        incompleteUntil = null;
        status = Status.ON_INCELEMEDE;
        forgetReason();
        registerEvent(new BasvuruEvent.EksikTamamlandi(number, now, actor));
    }

    /** @throws RuleViolationException where nothing is waited for */
    public void requireCompletable() {
        require(Status.EKSIK_BEKLIYOR);
    }

    private void requireRoom(String addition, Instant now) {
        int room =
                LONGEST_WITH_COMPLETIONS - text.length() - completion("", now).length();
        if (addition.length() > room) {
            throw new RuleViolationException(
                    "Başvuru metni, tamamlayıcı bilgilerle birlikte en çok 40.000 karakter olabilir; en çok "
                            + Math.max(0, room) + " karakter daha eklenebilir.");
        }
    }

    private static String completion(String addition, Instant now) {
        return "\n\n[Tamamlayıcı bilgi, " + dayOf(now) + "]\n" + addition;
    }

    /** Nobody completed it in time. Said again, it changes nothing. */
    void lapseIncomplete(String actor, Instant now) {
        if (status == Status.EKSIK_BEKLIYOR) {
            close(Outcome.ISLEME_KONULMADI, "Eksik bilgi süresinde tamamlanmadı.", actor, now);
        }
    }

    void route(String toUnit, String actor, Instant now) {
        require(Status.SEVK_BEKLIYOR);
        status = Status.BIRIMDE;
        unit = toUnit;
        registerEvent(new BasvuruEvent.SevkEdildi(number, now, actor, toUnit, takeReason(actor, now)));
    }

    /** The unit says that the matter is not its own: back to routing, the clock runs on. */
    void returnToRouting(String actor, Instant now) {
        require(Status.BIRIMDE);
        String from = unitOrFail();
        beginRound(false, now);
        status = Status.SEVK_BEKLIYOR;
        unit = null;
        returns++;
        registerEvent(new BasvuruEvent.IadeEdildi(number, now, actor, from, takeReason(actor, now)));
    }

    /**
     * Sets the answer or draft aside, with its files: the next unit, or the next round, starts without any.
     *
     * @param sent whether it had gone out
     */
    private void beginRound(boolean sent, Instant now) {
        if (answer != null) {
            registerEvent(new AnswerSetAside(number, answerRound, unit, answer, sent, now));
        }
        answer = null;
        answeredAt = null;
        answerRound++;
    }

    /** Saves the unit's draft; the last one saved counts. */
    void draft(Answer draft) {
        require(Status.BIRIMDE);
        if (!ANSWERS.contains(draft.outcome())) {
            throw new RuleViolationException("“" + draft.outcome().label() + "” bir cevap sonucu değildir.");
        }
        answer = draft;
    }

    /**
     * The same, only where the draft is still the one that the writer had before him: two people who write at once would
     * lose one of both texts.
     *
     * @param seen its {@link Answer#tag}
     */
    void draft(Answer draft, String seen) {
        String current = answer == null ? Answer.NO_TAG : answer.tag();
        if (!current.equals(seen) && !current.equals(draft.tag())) {
            throw new RuleViolationException(
                    "Taslağı bu arada başka biri değiştirdi; sizinki kaydedilmedi. Önce onunkini okuyun.");
        }
        draft(draft);
    }

    /** The unit's answer is ready for approval. */
    void submitAnswer(String actor, Instant now) {
        require(Status.BIRIMDE);
        if (answer == null) {
            throw new RuleViolationException(
                    "Önce cevap taslağını yazıp kaydedin: taslak olmadan cevap onaya gönderilemez.");
        }
        requireGroundOfRefusal();
        refuse(whyNotComplete());
        status = Status.ONAYDA;
        takenOverBy = null;
        forgetReason();
        registerEvent(
                new BasvuruEvent.CevapHazirlandi(number, now, actor, unitOrFail(), answer.outcome(), answer.ground()));
    }

    void approve(String actor, Instant now) {
        require(Status.ONAYDA);
        requireGroundOfRefusal();
        refuse(whyNotComplete());
        Printable.fault(answerOrFail().text()).ifPresent(fault -> {
            throw new RuleViolationException("Cevap onaylanamaz: " + fault);
        });
        status = Status.CEVAPLANDI;
        answeredAt = now;
        forgetReason();
        registerEvent(
                new BasvuruEvent.Onaylandi(number, now, actor, answerOrFail().outcome()));
    }

    void requestCorrection(String actor, Instant now) {
        require(Status.ONAYDA);
        status = Status.BIRIMDE;
        registerEvent(new BasvuruEvent.DuzeltmeIstendi(number, now, actor, takeReason(actor, now)));
    }

    /** The answer is out. Said again, it changes nothing: sending is repeated after a failure. */
    void answerDelivered(String actor, Instant now) {
        if (status == Status.KAPANDI) {
            return;
        }
        require(Status.CEVAPLANDI);
        close(answerOrFail().outcome(), null, actor, now);
    }

    /** The limit has passed: first level of escalation. Said again, it changes nothing. */
    void markLate(Instant second, String actor, Instant now) {
        if (!isOpen() || escalationLevel >= 1) {
            return;
        }
        escalationLevel = 1;
        secondLimit = second;
        registerEvent(new BasvuruEvent.SuresiDoldu(number, now, actor, deadline.lastDay(), second));
    }

    /** The second limit has passed: second level of escalation. Said again, it changes nothing. */
    void markSecondLevel(String actor, Instant now) {
        if (!isOpen() || escalationLevel >= 2) {
            return;
        }
        escalationLevel = 2;
        registerEvent(new BasvuruEvent.IkinciSureDoldu(number, now, actor));
    }

    /**
     * Takes back an escalation whose limit lies in the future, since its limit moved: both levels come again, each at its time.
     * Idempotent.
     */
    void withdrawEarlyEscalation(String actor, Instant now) {
        if (!isOpen() || escalationLevel == 0 || !now.isBefore(deadline.lateFrom())) {
            return;
        }
        escalationLevel = 0;
        secondLimit = null;
        registerEvent(
                new BasvuruEvent.YukseltmeGeriAlindi(number, now, actor, deadline.lastDay(), deadline.lateFrom()));
    }

    /** A manager urges whoever has the application; it stays where it is. */
    void urge(String actor, Instant now) {
        requireOpen();
        registerEvent(new BasvuruEvent.BirimUyarildi(number, now, actor, unit, takeReason(actor, now)));
    }

    /** A manager does the open step himself. */
    void takeOver(String actor, Instant now) {
        requireOpen();
        if (status == Status.CEVAPLANDI) {
            throw new RuleViolationException("Cevap onaylandı ve gönderiliyor: devralınacak bir iş kalmadı.");
        }
        takenOverBy = actor;
        registerEvent(new BasvuruEvent.Devralindi(number, now, actor, takeReason(actor, now)));
    }

    /**
     * Whoever may do an open step puts it on a colleague, or takes it from one; what a manager took over is the manager's to
     * give away.
     *
     * @param from who has it, null where nobody does
     */
    void handOver(StaffTasks.Step step, @Nullable String from, String to, String actor, Instant now) {
        requireOpen();
        if (from != null && from.equals(takenOverBy)) {
            if (!from.equals(actor)) {
                throw new RuleViolationException(
                        "İşi " + from + " devraldı; başkasına yalnızca devralan yönetici verebilir.");
            }
            takenOverBy = null;
        }
        registerEvent(new BasvuruEvent.IsVerildi(number, now, actor, step, from, to));
    }

    /** A manager sends the application from the unit that has it to another one. */
    void reroute(String toUnit, String actor, Instant now) {
        require(Status.BIRIMDE);
        String from = unitOrFail();
        if (from.equals(toUnit)) {
            throw new RuleViolationException("Başvuru zaten bu birimde.");
        }
        beginRound(false, now);
        unit = toUnit;
        takenOverBy = null;
        registerEvent(new BasvuruEvent.YenidenSevkEdildi(number, now, actor, from, toUnit, takeReason(actor, now)));
    }

    /**
     * Extends the limit to the extended one of the table, counted from where the limit is counted (4982 md. 11): on one of
     * three grounds, with a reason, before the limit ends, once. The notice goes out with it.
     */
    void extend(ExtensionGround ground, String reason, Deadlines deadlines, String actor, Instant now) {
        refuse(whyNotExtend(now));
        var oldLastDay = deadline.lastDay();
        count(counting.withExtension(), deadlines);
        registerEvent(new BasvuruEvent.SureUzatildi(
                number, now, actor, ground, reason, oldLastDay, deadline.lastDay(), deadline.lateFrom(), secondLimit));
        withdrawEarlyEscalation(actor, now);
    }

    /**
     * The applicant is told the cost of access: the notice cuts the running limit (4982 md. 11). The limit then stands behind
     * the lapse, as if paid on the last day; the process moves on to wait, see {@link #awaitPayment}.
     */
    void notifyFee(BigDecimal amount, int pages, RuleSettings rules, Deadlines deadlines, String actor, Instant now) {
        refuse(whyNotCharge(now));
        if (pages <= rules.freePages()) {
            throw new RuleViolationException("İlk " + rules.freePages()
                    + " sayfa ücretsizdir; bu sayfa sayısı için ücret bildirilemez (4982 md. 10).");
        }
        var today = dayOf(now);
        var payUntil = lapse(deadlines, today);
        fee = new Fee(amount, pages, today, payUntil, deadlines.remaining(channel, counting, today), null, null);
        var oldLastDay = deadline.lastDay();
        count(countingFrom(payUntil, rules), deadlines);
        registerEvent(new BasvuruEvent.UcretBildirildi(
                number,
                now,
                actor,
                amount,
                pages,
                payUntil,
                oldLastDay,
                deadline.lastDay(),
                deadline.lateFrom(),
                secondLimit));
        withdrawEarlyEscalation(actor, now);
    }

    /** The unit's step ends in waiting for the payment. */
    void awaitPayment() {
        require(Status.BIRIMDE);
        if (fee == null || fee.paidOn() != null) {
            throw new RuleViolationException(
                    "Önce ücret bildirimi kaydedilmelidir: bildirim olmadan ödeme beklenemez (4982 md. 10).");
        }
        status = Status.UCRET_BEKLIYOR;
        forgetReason();
    }

    /** Paid in time: the unit has it again, with the whole limit or what was left of it. */
    void pay(LocalDate paidOn, String receipt, RuleSettings rules, Deadlines deadlines, String actor, Instant now) {
        refuse(whyNotPay());
        var notified = feeOrFail();
        if (paidOn.isAfter(dayOf(now))) {
            throw new RuleViolationException("Ödeme günü ileride olamaz.");
        }
        if (paidOn.isBefore(notified.notifiedOn())) {
            throw new RuleViolationException("Ödeme günü ücret bildiriminden önce olamaz.");
        }
        if (paidOn.isAfter(notified.payUntil())) {
            throw new RuleViolationException(
                    "Ücret 15 iş günü içinde ödenmemiş; başvurudan vazgeçilmiş sayılır (4982 md. 11).");
        }
        fee = notified.paid(paidOn, receipt);
        var oldLastDay = deadline.lastDay();
        count(countingFrom(paidOn, rules), deadlines);
        status = Status.BIRIMDE;
        registerEvent(new BasvuruEvent.UcretOdendi(
                number,
                now,
                actor,
                paidOn,
                receipt,
                deadline.limit(),
                oldLastDay,
                deadline.lastDay(),
                deadline.lateFrom(),
                secondLimit));
        withdrawEarlyEscalation(actor, now);
    }

    /** The fee was not paid in time: the application counts as withdrawn (4982 md. 11). Said again, it changes nothing. */
    void lapseUnpaid(String actor, Instant now) {
        if (status == Status.UCRET_BEKLIYOR) {
            close(Outcome.VAZGECILDI, "Bildirilen ücret süresinde ödenmedi (4982 md. 11).", actor, now);
        }
    }

    /** Tells the citizen how far the matter is (3071 md. 7); closes nothing, moves no clock. */
    void answerMeanwhile(String words, String actor, Instant now) {
        refuse(whyNotAnswerMeanwhile());
        registerEvent(new BasvuruEvent.AraCevapVerildi(number, now, actor, words));
    }

    /** The citizen withdraws; at any time while it is open. */
    void withdraw(@Nullable String reason, String actor, Instant now) {
        requireOpen();
        registerEvent(new BasvuruEvent.GeriCekildi(number, now, actor, reason));
        close(Outcome.VAZGECILDI, reason, actor, now);
    }

    /** Opened again under the same number, with the whole limit from today; the answer of before stays in the history. */
    void reopen(String reason, RuleSettings rules, Deadlines deadlines, String actor, Instant now) {
        refuse(whyNotReopen(rules, now));
        reopen(reason, deadlines, actor, now);
    }

    /**
     * Closed as a duplicate, it was to be answered with its main one, which ended without an answer: it begins again, however
     * long ago it was closed.
     */
    void reopenWithoutMain(Basvuru main, Deadlines deadlines, String actor, Instant now) {
        var how = main.outcome;
        if (!isDuplicate() || !main.number.equals(mainNumber)) {
            throw new RuleViolationException(number + ", " + main.number + " başvurusunun mükerreri değil.");
        }
        if (main.isOpen() || how == null || ANSWERS.contains(how)) {
            throw new RuleViolationException("Ana başvuru " + main.number + " cevapsız sonuçlanmadı.");
        }
        reopen(
                "Aynı konudaki " + main.number + " numaralı başvuru cevap verilmeden sonuçlandı.",
                deadlines,
                actor,
                now);
    }

    private void reopen(String reason, Deadlines deadlines, String actor, Instant now) {
        if (isDuplicate()) {
            // From now on it goes its own way
            mainNumber = null;
        }
        var previousOutcome = outcome;
        var previousAnswer = answer;
        beginRound(sentAnswer() != null, now);
        status = Status.ON_INCELEMEDE;
        outcome = null;
        unit = null;
        closedAt = null;
        fee = null;
        incompleteUntil = null;
        forwardedTo = null;
        escalationLevel = 0;
        secondLimit = null;
        returns = 0;
        reopenings++;
        count(deadlines.countingFrom(dayOf(now)), deadlines);
        registerEvent(new BasvuruEvent.YenidenAcildi(
                number,
                now,
                actor,
                channel,
                topic,
                reason,
                previousOutcome,
                previousAnswer == null ? null : previousAnswer.start(),
                deadline.lastDay(),
                deadline.lateFrom()));
    }

    /** The citizen gets another tracking code; the one of before is no longer good. */
    void renewCode(String actor, Instant now) {
        codeIssue++;
        codeHash = null;
        registerEvent(new BasvuruEvent.TakipKoduYenilendi(number, now, actor));
    }

    /**
     * What the applicant left was wrong or has changed: it is replaced as a whole. Open or closed, since an answer can come back
     * after the end.
     */
    void correctContact(
            @Nullable String phone, @Nullable String email, @Nullable String address, String actor, Instant now) {
        refuse(whyNotCorrectContact());
        if (phone == null && email == null && address == null) {
            throw new RuleViolationException("Telefon, e-posta veya adresten en az biri yazılmalıdır.");
        }
        var corrected = applicant.withContact(phone, email, address);
        if (corrected.equals(applicant)) {
            throw new RuleViolationException("Kayıtlı iletişim bilgileri zaten böyle.");
        }
        var old = applicant;
        applicant = corrected;
        registerEvent(new BasvuruEvent.IletisimDuzeltildi(
                number, now, actor, old.maskedContact(), corrected.maskedContact()));
    }

    /** Joined to another one about the same matter; both keep their own limit and get their own answer. */
    void join(Basvuru main, boolean hasJoinedOnes, String actor, Instant now) {
        requireMain(main);
        refuse(whyNotJoin(hasJoinedOnes));
        mainNumber = main.number;
        registerEvent(new BasvuruEvent.Birlestirildi(number, now, actor, main.number));
    }

    /** Whether another application can be this one's main. */
    void requireMain(Basvuru main) {
        if (main.number.equals(number)) {
            throw new RuleViolationException("Başvuru kendisiyle birleştirilemez.");
        }
        if (main.mainNumber != null) {
            throw new RuleViolationException(main.number + ", " + main.mainNumber + " ile birleştirilmiş; "
                    + main.mainNumber + " ile birleştirin.");
        }
        var how = main.outcome;
        if (!main.isOpen() && how != null && !ANSWERS.contains(how)) {
            throw new RuleViolationException(main.number + " cevap verilmeden kapanmış (“" + how.label()
                    + "”); ona birleştirilen başvuru cevapsız kalırdı.");
        }
    }

    /**
     * The applicant objected before the Board (4982 md. 13): within 15 gün of the answer; the office has 15 iş günü from now
     * to answer the Board.
     *
     * @param servedOn the day on which the answer reached the applicant; null: the day on which it went out
     */
    void appeal(
            LocalDate filedOn,
            String boardNumber,
            @Nullable LocalDate servedOn,
            Deadlines deadlines,
            String actor,
            Instant now) {
        refuse(whyNotAppeal());
        var closed = closedOrFail();
        if (filedOn.isAfter(dayOf(now))) {
            throw new RuleViolationException("İtiraz günü ileride olamaz.");
        }
        if (filedOn.isBefore(dayOf(closed))) {
            throw new RuleViolationException("İtiraz günü cevaptan önce olamaz.");
        }
        var served = servedOn == null ? dayOf(closed) : servedOn;
        if (served.isBefore(dayOf(closed)) || served.isAfter(filedOn)) {
            throw new RuleViolationException("Tebliğ günü cevaptan önce, itirazdan sonra olamaz.");
        }
        var lastDay = deadlines
                .period(PeriodOf.CITIZEN, served, DAYS_TO_OBJECT, DayUnit.GUN, "4982 sayılı Kanun md. 13")
                .lastDay();
        if (filedOn.isAfter(lastDay)) {
            throw new RuleViolationException(
                    "İtiraz, cevabın tebliğinden itibaren 15 gün içinde yapılır (4982 md. 13); son gün "
                            + Days.written(lastDay)
                            + " idi. Cevap daha sonra tebliğ edildiyse tebliğ gününü yazın.");
        }
        appeal = new Appeal(filedOn, boardNumber, dayOf(now), answerToBoard(deadlines, dayOf(now)), null, null);
        registerEvent(new BasvuruEvent.ItirazEdildi(
                number, now, actor, filedOn, boardNumber, servedOn, appeal.answerUntil()));
    }

    /** The Board's questions were answered. */
    void answerBoard(LocalDate on, String actor, Instant now) {
        refuse(whyNotAnswerBoard());
        var open = appealOrFail();
        if (on.isAfter(dayOf(now)) || on.isBefore(open.registeredOn())) {
            throw new RuleViolationException("Kurula cevap günü itirazın kaydından önce veya ileride olamaz.");
        }
        appeal = open.answered(on);
        registerEvent(new BasvuruEvent.KurulaCevapVerildi(number, now, actor, on, on.isAfter(open.answerUntil())));
    }

    /** The Board decided. */
    void decideAppeal(AppealOutcome how, String actor, Instant now) {
        refuse(unlessAppealed());
        appeal = appealOrFail().decided(how);
        registerEvent(new BasvuruEvent.ItirazSonuclandi(number, now, actor, how));
    }

    /**
     * The office changed its holiday table: every date that rests on it is reckoned anew, as long as it was fixed once. What an
     * applicant was told in writing to pay or complete by can become later, never earlier. Said again, it changes nothing.
     *
     * @param changes of the table; those that this application does not know yet explain what moved
     * @return whether one of its dates moved
     */
    boolean reckonAgain(List<HolidayChange> changes, Deadlines deadlines, String actor, Instant now) {
        long known = calendarVersion;
        calendarVersion = deadlines.calendarVersion();
        if (appeal != null && hasOpenAppeal()) {
            appeal = appeal.answerableUntil(answerToBoard(deadlines, appeal.registeredOn()));
        }
        if (!isOpen()) {
            return false;
        }
        var before = dates();
        var oldLastDay = deadline.lastDay();
        var from = counting.from();
        if (status == Status.UCRET_BEKLIYOR) {
            from = feeOrFail().notifiedOn();
            var payUntil = later(feeOrFail().payUntil(), lapse(deadlines, from));
            fee = feeOrFail().payableUntil(payUntil);
            counting = counting.startingAfter(payUntil);
        }
        if (incompleteUntil != null) {
            incompleteUntil = startOf(deadlines
                    .rolled(PeriodOf.CITIZEN, dayOf(incompleteUntil).minusDays(1))
                    .plusDays(1));
        }
        adopt(deadlines.again(deadline, otherDeadline, counting.from()), deadlines);
        boolean moved = !dates().equals(before);
        if (moved) {
            var last = later(oldLastDay, dayOf(secondLimit == null ? deadline.lateFrom() : secondLimit));
            var first = from;
            registerEvent(new BasvuruEvent.TatilSureyiDegistirdi(
                    number,
                    now,
                    actor,
                    oldLastDay,
                    deadline.lastDay(),
                    deadline.lateFrom(),
                    otherDeadline == null ? null : otherDeadline.lastDay(),
                    secondLimit,
                    unpaidFrom(),
                    incompleteUntil,
                    changes.stream()
                            .filter(change -> change.version() > known
                                    && change.date().isAfter(first)
                                    && !change.date().isAfter(last))
                            .toList()));
            withdrawEarlyEscalation(actor, now);
        }
        return moved;
    }

    /** Every date that rests on the holiday table while it is open. */
    private List<Object> dates() {
        return Stream.of(deadline, otherDeadline, secondLimit, unpaidFrom(), incompleteUntil)
                .map(date -> (Object) Optional.ofNullable(date))
                .toList();
    }

    private void count(Counting from, Deadlines deadlines) {
        calendarVersion = deadlines.calendarVersion();
        counting = from;
        adopt(deadlines.limits(channel, kind == Kind.BILGI_ISTEMI, from), deadlines);
    }

    private void adopt(Limits limits, Deadlines deadlines) {
        deadline = limits.governing();
        otherDeadline = limits.other();
        if (escalationLevel == 1) {
            secondLimit = deadlines.secondLimit(channel, counting, deadline.lateFrom());
        }
    }

    private Counting countingFrom(LocalDate day, RuleSettings rules) {
        return new Counting(
                day,
                counting.extended(),
                rules.feeRestart() == RuleSettings.FeeRestart.FRESH
                        ? null
                        : Integer.valueOf(feeOrFail().remaining()),
                counting.standards());
    }

    /** Last day of payment (4982 md. 11). */
    private static LocalDate lapse(Deadlines deadlines, LocalDate notifiedOn) {
        return deadlines
                .period(PeriodOf.CITIZEN, notifiedOn, WORKING_DAYS_TO_PAY, DayUnit.IS_GUNU, "4982 sayılı Kanun md. 11")
                .lastDay();
    }

    private static LocalDate answerToBoard(Deadlines deadlines, LocalDate registeredOn) {
        return deadlines
                .period(
                        PeriodOf.OFFICE,
                        registeredOn,
                        WORKING_DAYS_TO_ANSWER_BOARD,
                        DayUnit.IS_GUNU,
                        "4982 sayılı Kanun md. 13")
                .lastDay();
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, OfficeClock.ISTANBUL);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(OfficeClock.ISTANBUL).toInstant();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    /**
     * Keeps the reason for the decision that is about to be taken; that decision takes it into the history.
     *
     * @param target the body to which the application is sent, or the number of the main application
     */
    void noteReason(@Nullable String reason, @Nullable String target, String author) {
        requireOpen();
        decisionReason = reason;
        decisionAuthor = reason == null ? null : author;
        decisionTarget = target;
    }

    private void close(Outcome how, @Nullable String reason, String actor, Instant now) {
        status = Status.KAPANDI;
        outcome = how;
        closedAt = now;
        takenOverBy = null;
        forgetReason();
        decisionTarget = null;
        if (!ANSWERS.contains(how)) {
            // A draft that nobody approved is nobody's answer
            beginRound(false, now);
        }
        registerEvent(new BasvuruEvent.Kapandi(number, now, actor, how, !now.isBefore(deadline.lateFrom()), reason));
    }

    private void requireGroundOfRefusal() {
        if (refusesInformation() && answerOrFail().ground() == null) {
            throw new RuleViolationException(
                    "4982 sayılı Kanun'a göre ret ve kısmi ret cevabında dayanak madde seçilmelidir (md. 12).");
        }
    }

    /** A gap is the writer's to fill: it may stand in a draft, and goes no further. */
    private @Nullable String whyNotComplete() {
        return Gaps.firstIn(answerOrFail().text(), subject)
                .map(gap -> "Cevapta doldurulmamış yer var: “" + gap + "”. Taslakta doldurulmadan cevap ilerleyemez.")
                .orElse(null);
    }

    private boolean refusesInformation() {
        return isInformationRequest()
                && answer != null
                && (answer.outcome() == Outcome.OLUMSUZ || answer.outcome() == Outcome.KISMEN);
    }

    private void require(Status needed) {
        refuse(unlessAt(needed));
    }

    private void requireOpen() {
        refuse(unlessOpen());
    }

    private static void refuse(@Nullable String why) {
        if (why != null) {
            throw new RuleViolationException(why);
        }
    }

    // Why a step of the law cannot be taken now; null where it can. Guards, lists and pages ask the same.

    /**
     * Why the law or the record's state forbids a step, whatever is given with it.
     *
     * @param hasJoinedOnes whether other applications are joined to this one
     * @return a Turkish sentence; null where the step is possible
     */
    @Nullable
    public String whyNot(LegalStep step, RuleSettings rules, boolean hasJoinedOnes, Instant now) {
        return switch (step) {
            case EXTENSION -> whyNotExtend(now);
            case FEE -> whyNotCharge(now);
            case PAYMENT -> whyNotPay();
            case INTERIM_ANSWER -> whyNotAnswerMeanwhile();
            case COMPLETION -> unlessAt(Status.EKSIK_BEKLIYOR);
            case DUPLICATE_OF -> whyNotJoin(hasJoinedOnes);
            case CONTACT_CORRECTION -> whyNotCorrectContact();
            case WITHDRAWAL -> unlessOpen();
            case REOPENING -> whyNotReopen(rules, now);
            case APPEAL -> whyNotAppeal();
            case APPEAL_ANSWER -> whyNotAnswerBoard();
            case APPEAL_OUTCOME -> unlessAppealed();
        };
    }

    private @Nullable String unlessAt(Status needed) {
        return status == needed
                ? null
                : "Başvuru “" + status.label() + "” durumunda; bu işlem yalnızca “" + needed.label()
                        + "” durumunda yapılabilir.";
    }

    private @Nullable String unlessOpen() {
        return isOpen() ? null : "Başvuru kapanmış; bu işlem yalnızca açık bir başvuruda yapılabilir.";
    }

    private @Nullable String unlessOf4982(String what) {
        return channel.family().hasStepsOf4982()
                ? null
                : what + " yalnızca 4982 bilgi edinme başvurularında yapılabilir (md. 10–11).";
    }

    private @Nullable String unlessInTime(String consequence, Instant now) {
        return now.isBefore(deadline.lateFrom())
                ? null
                : "Süre " + Days.written(deadline.lastDay()) + " günü doldu; " + consequence + " (4982 md. 11).";
    }

    private @Nullable String unlessAppealed() {
        return appeal != null && appeal.outcome() == null
                ? null
                : "Bu başvuruya sonuçlanmamış bir itiraz kayıtlı değil.";
    }

    private @Nullable String whyNotExtend(Instant now) {
        return first(
                unlessOf4982("Süre uzatımı"),
                unlessOpen(),
                counting.extended() ? "Süre daha önce uzatılmış; ikinci kez uzatılamaz (4982 md. 11)." : null,
                status == Status.UCRET_BEKLIYOR
                        ? "Ücret bildirimi süreyi kesti; ödeme beklenirken süre uzatılamaz (4982 md. 11)."
                        : null,
                unlessInTime("süre uzatılamaz", now));
    }

    private @Nullable String whyNotCharge(Instant now) {
        return first(
                unlessOf4982("Ücret bildirimi"),
                unlessAt(Status.BIRIMDE),
                fee == null ? null : "Bu başvuru için ücret daha önce bildirilmiş.",
                unlessInTime("işleyen bir süre kalmadığından ücret bildirilemez", now));
    }

    private @Nullable String whyNotPay() {
        return status == Status.KAPANDI && outcome == Outcome.VAZGECILDI && unpaidFrom() != null
                ? "Ödeme süresi geçtiğinden başvuru kapandı (4982 md. 11); süresinde ödendiği anlaşılırsa yeniden açın."
                : unlessAt(Status.UCRET_BEKLIYOR);
    }

    private @Nullable String whyNotAnswerMeanwhile() {
        return status == Status.CEVAPLANDI ? "Cevap onaylandı ve gönderiliyor: ara cevap verilemez." : unlessOpen();
    }

    private @Nullable String whyNotJoin(boolean hasJoinedOnes) {
        return first(
                unlessOpen(),
                mainNumber == null ? null : "Başvuru zaten " + mainNumber + " numaralı başvuruyla birleştirilmiş.",
                hasJoinedOnes ? "Bu başvuruya birleştirilmiş başvurular var; o ana başvurudur." : null);
    }

    private @Nullable String whyNotCorrectContact() {
        return applicant.identityHidden() ? "Kimliği gizli ihbarda iletişim bilgisi yazılmaz." : null;
    }

    private @Nullable String whyNotReopen(RuleSettings rules, Instant now) {
        if (isOpen()) {
            return "Başvuru açık; yalnızca kapanmış bir başvuru yeniden açılabilir.";
        }
        return dayOf(now).isAfter(dayOf(closedOrFail()).plusDays(rules.reopeningDays()))
                ? "Başvuru kapanışından sonra " + rules.reopeningDays()
                        + " gün içinde yeniden açılabilir; bu süre geçti. Yeni bir başvuru yapın."
                : null;
    }

    private @Nullable String whyNotAppeal() {
        return first(
                isInformationRequest()
                        ? null
                        : "Bilgi Edinme Değerlendirme Kuruluna itiraz yalnızca 4982 başvurularında kaydedilir (md. 13).",
                isOpen() ? "Başvuru henüz kapanmadı; itiraz kapanmış başvuruya kaydedilir (4982 md. 13)." : null,
                unlessAppealed() == null ? "Bu başvuruya sonuçlanmamış bir itiraz kayıtlı." : null);
    }

    private @Nullable String whyNotAnswerBoard() {
        return first(unlessAppealed(), hasOpenAppeal() ? null : "Kurula verilen cevap daha önce kaydedilmiş.");
    }

    private static @Nullable String first(@Nullable String... reasons) {
        for (String reason : reasons) {
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    private Instant closedOrFail() {
        if (closedAt == null) {
            throw new IllegalStateException("Not closed: " + number);
        }
        return closedAt;
    }

    private Appeal appealOrFail() {
        if (appeal == null) {
            throw new IllegalStateException("No objection: " + number);
        }
        return appeal;
    }

    private Fee feeOrFail() {
        if (fee == null) {
            throw new IllegalStateException("No fee: " + number);
        }
        return fee;
    }

    /** The reason goes with the decision; where somebody else wrote it, the history names that author. */
    private @Nullable String takeReason(String actor, Instant now) {
        String reason = decisionReason;
        String author = decisionAuthor;
        if (reason != null && author != null && !author.equals(actor)) {
            registerEvent(new BasvuruEvent.GerekceYazildi(number, now, author));
        }
        forgetReason();
        return reason;
    }

    /** A step begins without the reason of the one before. */
    private void forgetReason() {
        decisionReason = null;
        decisionAuthor = null;
    }

    private String unitOrFail() {
        if (unit == null) {
            throw new IllegalStateException("No unit: " + number);
        }
        return unit;
    }

    private Answer answerOrFail() {
        if (answer == null) {
            throw new IllegalStateException("No answer: " + number);
        }
        return answer;
    }

    /** What the law lets be done with it now, beside the step that its process waits for; see {@link #whyNot}. */
    public List<LegalStep> possibleSteps(RuleSettings rules, boolean hasJoinedOnes, Instant now) {
        return Arrays.stream(LegalStep.values())
                .filter(step -> whyNot(step, rules, hasJoinedOnes, now) == null)
                .toList();
    }

    /** Whether 4982 holds for it, by whatever channel it came. */
    public boolean isInformationRequest() {
        return channel.isUnder4982(kind == Kind.BILGI_ISTEMI);
    }

    /** Which remedy the office has to name with an outcome; an unpaid fee ends a request for information as a refusal does. */
    public Remedy remedyFor(Outcome how) {
        boolean refuses = switch (how) {
            case OLUMSUZ, KISMEN, ISLEME_KONULMADI -> true;
            case VAZGECILDI -> isLapsedUnpaid();
            default -> false;
        };
        if (!refuses) {
            return Remedy.NONE;
        }
        return isInformationRequest() ? Remedy.BILGI_EDINME : Remedy.IDARI_YARGI;
    }

    /** Whether it counts as withdrawn since a notified fee was not paid in time (4982 md. 11). */
    public boolean isLapsedUnpaid() {
        var unpaid = unpaidFrom();
        return outcome == Outcome.VAZGECILDI && unpaid != null && closedAt != null && !closedAt.isBefore(unpaid);
    }

    /** Whether it was closed as a duplicate, to be answered with its main one. */
    public boolean isDuplicate() {
        return status == Status.KAPANDI && outcome == Outcome.MUKERRER;
    }

    /** Whether its routing is the manager's: units have sent it back too often. */
    boolean isRoutedByManager(RuleSettings rules) {
        return status == Status.SEVK_BEKLIYOR && returns >= rules.returnsToManager();
    }

    boolean hasOpenAppeal() {
        return appeal != null && appeal.answeredOn() == null && appeal.outcome() == null;
    }

    public boolean isOpen() {
        return status != Status.KAPANDI;
    }

    /** Whether the limit passed while it was open: late now, or closed too late. */
    public boolean isLate(Instant now) {
        Instant end = closedAt == null ? now : closedAt;
        return !end.isBefore(deadline.lateFrom());
    }

    public String number() {
        return number;
    }

    /** Which of its tracking codes is good: 0 a random one of before, else see {@link TrackingCodes}. */
    public int codeIssue() {
        return codeIssue;
    }

    /** Keyed hash of a random tracking code of before; null where the code is derived. */
    @Nullable
    public String codeHash() {
        return codeHash;
    }

    public Channel channel() {
        return channel;
    }

    public @Nullable Source source() {
        return source;
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable Submission submission() {
        return submission;
    }

    public @Nullable String forwardedBy() {
        return forwardedBy;
    }

    public @Nullable String topic() {
        return topic;
    }

    public String subject() {
        return subject;
    }

    public String text() {
        return text;
    }

    public Applicant applicant() {
        return applicant;
    }

    public @Nullable String externalReference() {
        return externalReference;
    }

    public String deliveredBy() {
        return deliveredBy;
    }

    public String contentDigest() {
        return contentDigest;
    }

    public List<String> warnings() {
        return warnings.isEmpty() ? List.of() : Arrays.asList(warnings.split("\n"));
    }

    /** Where it is, as latitude and longitude are written on a map; null where nobody said. */
    public @Nullable String place() {
        return latitude == null || longitude == null
                ? null
                : String.format(java.util.Locale.ROOT, "%.6f, %.6f", latitude, longitude);
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    public Deadline deadline() {
        return deadline;
    }

    public Status status() {
        return status;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    public @Nullable String unit() {
        return unit;
    }

    public int escalationLevel() {
        return escalationLevel;
    }

    public @Nullable String takenOverBy() {
        return takenOverBy;
    }

    public @Nullable String decisionReason() {
        return decisionReason;
    }

    /** What the review about to be taken names: another body, or the main application. */
    @Nullable
    public String decisionTarget() {
        return decisionTarget;
    }

    /** The body to which it was sent, since the matter is not the office's own. */
    public @Nullable String forwardedTo() {
        return forwardedTo;
    }

    public @Nullable Answer answer() {
        return answer;
    }

    /**
     * The answer as the applicant may see it: approved, not a draft. Null before, and where it ended without one; what went
     * out in earlier rounds is in {@link SentAnswers}.
     */
    public @Nullable Answer sentAnswer() {
        boolean answered = status == Status.CEVAPLANDI
                || (status == Status.KAPANDI && outcome != null && ANSWERS.contains(outcome));
        return answered ? answer : null;
    }

    /** The round of answering: one more with every unit that gets the application, and with every reopening. */
    public int answerRound() {
        return answerRound;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    /** The later one of two limits; null where there is only one. */
    public @Nullable Deadline otherDeadline() {
        return otherDeadline;
    }

    public Counting counting() {
        return counting;
    }

    /** Version of the holiday table with which its dates were reckoned. */
    long calendarVersion() {
        return calendarVersion;
    }

    /** The instant of the second level of escalation; null before the first. */
    public @Nullable Instant secondLimit() {
        return secondLimit;
    }

    /** Until when the applicant may complete what lacks; null where nothing is waited for. */
    public @Nullable Instant incompleteUntil() {
        return incompleteUntil;
    }

    /** From this instant on a notified fee counts as unpaid; null where none is awaited. */
    public @Nullable Instant unpaidFrom() {
        return fee == null || fee.paidOn() != null
                ? null
                : startOf(fee.payUntil().plusDays(1));
    }

    @Nullable
    Fee fee() {
        return fee;
    }

    @Nullable
    Appeal appeal() {
        return appeal;
    }

    /** How often it was reopened: messages of one round are told from those of the next by it. */
    public int reopenings() {
        return reopenings;
    }

    public int returns() {
        return returns;
    }

    /** Number of the application this one is joined to. */
    public @Nullable String mainNumber() {
        return mainNumber;
    }

    /** Number of an unprocessed application that this one completes. */
    public @Nullable String previousNumber() {
        return previousNumber;
    }
}
