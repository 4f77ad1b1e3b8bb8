package tr.muhatap.basvuru;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.calendar.PeriodOf;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.DayUnit;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.Refusal;
import tr.muhatap.text.Texts;

/**
 * Application service for all applications. Every change is one method here, in one transaction with all listeners of
 * its events; a forbidden step throws {@link tr.muhatap.problem.RuleViolationException}, an unknown number {@link
 * NotFoundException}.
 */
@Service
public class BasvuruRegister {

    private final BasvuruRepository repository;
    private final NumberSequence numbers;
    private final Deadlines deadlines;
    private final Organization organization;
    private final CurrentUser currentUser;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final RuleSettings rules;
    private final ServiceWays ways;
    private final SearchWords words;

    BasvuruRegister(
            BasvuruRepository repository,
            NumberSequence numbers,
            Deadlines deadlines,
            Organization organization,
            CurrentUser currentUser,
            Clock clock,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            RuleSettings rules,
            ServiceWays ways,
            SearchWords words) {
        this.repository = repository;
        this.numbers = numbers;
        this.deadlines = deadlines;
        this.organization = organization;
        this.currentUser = currentUser;
        this.clock = clock;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
        this.rules = rules;
        this.ways = ways;
        this.words = words;
    }

    /**
     * Registers an application and, by its event, starts its process; both or neither. The number's year is the year of
     * registration in Europe/Istanbul.
     *
     * @throws DuplicateKeyException if the channel already delivered this external number
     */
    public Basvuru register(NewBasvuru given) {
        return register(given, basvuru -> {});
    }

    /** As {@link #register(NewBasvuru)}, with an additional action in the same transaction. */
    public Basvuru register(NewBasvuru given, Consumer<Basvuru> with) {
        return save(number -> Basvuru.register(number, given, deadlines, given.deliveredBy(), clock.instant()), with);
    }

    /**
     * As {@link #register(NewBasvuru, Consumer)}, and closes it at once, see {@link Basvuru#registerInformed}; no process
     * starts.
     */
    public Basvuru registerInformed(NewBasvuru given, String information, Consumer<Basvuru> with) {
        return save(
                number -> Basvuru.registerInformed(
                        number, given, information, deadlines, given.deliveredBy(), clock.instant()),
                with);
    }

    private Basvuru save(Function<String, Basvuru> made, Consumer<Basvuru> with) {
        String number = numbers.next(LocalDate.now(clock).getYear());
        var registered = transaction.execute(tx -> {
            var saved = repository.save(made.apply(number));
            words.keep(saved);
            with.accept(saved);
            return saved;
        });
        if (registered == null) {
            throw new IllegalStateException("Nothing was saved: " + number);
        }
        return registered;
    }

    public Optional<Basvuru> find(String number) {
        // PostgreSQL rejects NUL characters even in queries
        return number.indexOf('\0') >= 0 ? Optional.empty() : repository.findById(number);
    }

    /** The existing applications of some numbers, in any order. */
    public List<Basvuru> all(Iterable<String> numbers) {
        return repository.findAllById(numbers);
    }

    public Basvuru get(String number) {
        return known(find(number));
    }

    /**
     * Locks the application until the end of the transaction: concurrent steps wait.
     *
     * @throws tr.muhatap.problem.RuleViolationException if its personal data were erased
     */
    public void hold(String number) {
        boolean erased = jdbc.sql("select erased_at is not null from basvuru where number = :number for update")
                .param("number", number)
                .query(Boolean.class)
                .list()
                .contains(true);
        if (erased) {
            throw BasvuruRefusal.KISISEL_VERI_SILINMIS
                    .because(Texts.of("basvuru.ret.kisisel-veri-silinmis"))
                    .exception();
        }
    }

    /** Whether the application exists and is open. */
    public boolean isOpen(String number) {
        return exists("number = :number and status <> 'KAPANDI'", number);
    }

    /** Whether an open application was escalated. */
    public boolean isEscalated(String number) {
        return exists("number = :number and status <> 'KAPANDI' and escalation_level > 0", number);
    }

    private boolean exists(String condition, String number) {
        return jdbc.sql("select count(*) from basvuru where " + condition)
                        .param("number", number)
                        .query(Long.class)
                        .single()
                > 0;
    }

    public Optional<Basvuru> findByExternalReference(Channel channel, String externalReference) {
        return repository.findByRegistrationChannelAndRegistrationExternalReference(channel, externalReference);
    }

    /** See {@link Basvuru#review}; an unknown topic is refused. */
    @Transactional
    public void review(String number, ReviewDecision decision, @Nullable String topic) {
        if (topic != null && organization.openTopic(topic).isEmpty()) {
            throw new InvalidInputException("konu", Texts.of("basvuru.basvuru-register.kodlu-bir-konu-yok", topic));
        }
        change(number, (basvuru, now) -> {
            String main = basvuru.decisionTarget();
            if (decision == ReviewDecision.MUKERRER && main != null) {
                // The main application may have been closed since it was chosen
                basvuru.requireMain(get(main));
            }
            basvuru.review(
                    decision,
                    topic,
                    deadlines.period(
                            PeriodOf.CITIZEN,
                            LocalDate.now(clock),
                            rules.incompleteDays(),
                            DayUnit.GUN,
                            "muhatap.rules.incomplete-days"),
                    currentUser.name(),
                    now);
        });
    }

    @Transactional
    public void route(String number, String unit) {
        requireUnit(unit);
        change(number, (basvuru, now) -> basvuru.route(unit, currentUser.name(), now));
        rememberUnit(number, unit);
    }

    /**
     * The decision of the unit that has the application, by whatever way it was submitted. Waiting for a fee is not a
     * decision of the unit: the record awaits the payment since its notice, and the process follows (4982 md. 10).
     *
     * @throws AccessDeniedException for every other signed-in user
     */
    @Transactional
    public void decideInUnit(String number, UnitDecision decision) {
        if (decision == UnitDecision.UCRET) {
            // By a query, since the record may currently be saved with its notice
            Refusal.check(
                    LegalRules.whyNotAwaitPayment(exists("number = :number and status = 'UCRET_BEKLIYOR'", number)));
            return;
        }
        change(number, (basvuru, now) -> {
            if (!currentUser.name().equals(CurrentUser.SYSTEM) && !BasvuruAccess.isOfUnit(basvuru, currentUser)) {
                throw new AccessDeniedException(
                        Texts.of("basvuru.basvuru-register.bu-karari-yalnizca-basvurunun-sevk"));
            }
            if (decision == UnitDecision.CEVAP) {
                basvuru.submitAnswer(currentUser.name(), now);
                var answer = basvuru.answer();
                if (answer != null) {
                    words.add(number, answer.text());
                }
            } else {
                basvuru.returnToRouting(currentUser.name(), now);
            }
        });
    }

    @Transactional
    public void decideApproval(String number, Approval approval) {
        change(number, (basvuru, now) -> {
            switch (approval) {
                case ONAY -> basvuru.approve(currentUser.name(), now);
                case DUZELT -> basvuru.requestCorrection(currentUser.name(), now);
            }
        });
    }

    @Transactional
    public void answerDelivered(String number) {
        change(number, (basvuru, now) -> basvuru.answerDelivered(ways.of(basvuru), currentUser.name(), now));
    }

    /**
     * The limit passed.
     *
     * @return the instant of the second limit, at which the second level of escalation is due
     */
    @Transactional
    public Instant markLate(String number) {
        var basvuru = get(number);
        Instant secondLimit = deadlines.secondLimit(
                basvuru.channel(), basvuru.counting(), basvuru.deadline().lateFrom());
        basvuru.markLate(secondLimit, currentUser.name(), clock.instant());
        repository.save(basvuru);
        return secondLimit;
    }

    /** See {@link Basvuru#withdrawEarlyEscalation}. */
    @Transactional
    public void withdrawEarlyEscalation(String number) {
        change(number, (basvuru, now) -> basvuru.withdrawEarlyEscalation(currentUser.name(), now));
    }

    @Transactional
    public void markSecondLevel(String number) {
        change(number, (basvuru, now) -> basvuru.markSecondLevel(currentUser.name(), now));
    }

    @Transactional
    public void urge(String number) {
        change(number, (basvuru, now) -> basvuru.urge(currentUser.name(), now));
    }

    @Transactional
    public void takeOver(String number) {
        change(number, (basvuru, now) -> basvuru.takeOver(currentUser.name(), now));
    }

    /** See {@link Basvuru#handOver}. */
    @Transactional
    public void handOver(
            String number, StaffTasks.TaskKind step, @Nullable String from, String to, @Nullable String reason) {
        change(number, (basvuru, now) -> basvuru.handOver(step, from, to, reason, currentUser.name(), now));
    }

    /** See {@link Basvuru#giveBack}. */
    @Transactional
    public void giveBack(String number, StaffTasks.TaskKind step, String from, String reason) {
        change(number, (basvuru, now) -> basvuru.giveBack(step, from, reason, currentUser.name(), now));
    }

    /** See {@link Basvuru#takeAsDeputy}. */
    @Transactional
    public void takeAsDeputy(String number, StaffTasks.TaskKind step, String absent) {
        change(number, (basvuru, now) -> basvuru.takeAsDeputy(step, absent, currentUser.name(), now));
    }

    @Transactional
    public void reroute(String number, String unit) {
        requireUnit(unit);
        change(number, (basvuru, now) -> basvuru.reroute(unit, currentUser.name(), now));
        rememberUnit(number, unit);
    }

    /** How many open applications a unit has. */
    public long openOf(String unit) {
        return jdbc.sql("select count(*) from basvuru where unit = :unit and status <> 'KAPANDI'")
                .param("unit", unit)
                .query(Long.class)
                .single();
    }

    /**
     * See {@link Basvuru#passOn}, for all that a unit has; who answers for its work from now on reads what it had before, too.
     *
     * @return how many were open
     */
    @Transactional
    public int passOn(String unit, String toUnit, String reason) {
        requireUnit(toUnit);
        var numbers = jdbc.sql("select number from basvuru where unit = :unit and status <> 'KAPANDI' order by number")
                .param("unit", unit)
                .query(String.class)
                .list();
        numbers.forEach(
                number -> change(number, (basvuru, now) -> basvuru.passOn(toUnit, reason, currentUser.name(), now)));
        jdbc.sql("insert into basvuru_birim (number, unit) select o.number, :to from basvuru_birim o "
                        + "where o.unit = :unit and not exists "
                        + "(select 1 from basvuru_birim n where n.number = o.number and n.unit = :to)")
                .param("unit", unit)
                .param("to", toUnit)
                .update();
        return numbers.size();
    }

    /**
     * Saves a draft of the answer.
     *
     * @param checked supplies the draft; evaluated only if the user may write it, so that others learn nothing of
     *     its faults
     * @param seen tag of the draft that the author saw, see {@link Basvuru#draft(Answer, String)}; null to
     *     overwrite any
     * @param allowed throws if the user may not write it
     */
    @Transactional
    public Basvuru saveDraft(
            String number, Supplier<Answer> checked, @Nullable String seen, Consumer<Basvuru> allowed) {
        var basvuru = get(number);
        allowed.accept(basvuru);
        var draft = checked.get();
        if (seen == null) {
            basvuru.draft(draft);
        } else {
            basvuru.draft(draft, seen);
        }
        return repository.save(basvuru);
    }

    @Transactional
    public void saveDraft(String number, Answer draft) {
        saveDraft(number, () -> draft, null, basvuru -> {});
    }

    /** See {@link Basvuru#extend}; if post would be too slow, a faster way is used if there is one. */
    @Transactional
    public void extend(String number, ExtensionGround ground, String reason) {
        change(number, (basvuru, now) -> {
            var usual = ways.of(basvuru);
            boolean inTime = LegalRules.whyNotExtend(basvuru, usual, now) == null;
            basvuru.extend(ground, reason, inTime ? usual : ways.fastest(basvuru), deadlines, currentUser.name(), now);
        });
    }

    /** See {@link Basvuru#serve}. */
    @Transactional
    public void serve(String number, ServedPaper paper, ServiceWay way, LocalDate servedOn) {
        change(
                number,
                (basvuru, now) -> basvuru.serve(paper, way, servedOn, rules, deadlines, currentUser.name(), now));
    }

    /** See {@link Basvuru#wentOut}. */
    @Transactional
    public void wentOut(String number, ServedPaper paper) {
        change(number, (basvuru, now) -> basvuru.wentOut(paper, rules, deadlines, currentUser.name(), now));
    }

    /** See {@link Basvuru#redirect}. */
    @Transactional
    public void redirect(String number, ServedPaper paper, ServiceWay way) {
        change(number, (basvuru, now) -> basvuru.redirect(paper, way, rules, deadlines, currentUser.name(), now));
    }

    /** See {@link Basvuru#possibleSteps}; excludes those about the Board, see {@link ItirazRegister}. */
    public List<LegalStep> possibleSteps(Basvuru basvuru, boolean hasJoinedOnes) {
        return possibleSteps(basvuru, hasJoinedOnes, List.of());
    }

    List<LegalStep> possibleSteps(Basvuru basvuru, boolean hasJoinedOnes, List<Itiraz> objections) {
        var around = new RuleContext(hasJoinedOnes, objections, ways.fastest(basvuru));
        return basvuru.possibleSteps(rules, around, clock.instant());
    }

    /** See {@link Basvuru#notifyFee}. */
    @Transactional
    public void notifyFee(String number, FeeNotice cost) {
        change(
                number,
                (basvuru, now) -> basvuru.notifyFee(cost, ways.of(basvuru), rules, deadlines, currentUser.name(), now));
    }

    /** See {@link Basvuru#pay}. */
    @Transactional
    public void pay(String number, LocalDate paidOn, String receipt) {
        change(number, (basvuru, now) -> basvuru.pay(paidOn, receipt, rules, deadlines, currentUser.name(), now));
    }

    /** See {@link Basvuru#submitReceipt}. */
    @Transactional
    public void submitReceipt(String number, LocalDate paidOn, String receipt, String actor) {
        change(number, (basvuru, now) -> basvuru.submitReceipt(paidOn, receipt, actor, now));
    }

    /** @throws tr.muhatap.problem.RuleViolationException if no proof of payment is awaited now */
    public void requireReceiptAwaited(Basvuru basvuru) {
        Refusal.check(LegalRules.whyNotSubmitReceipt(basvuru, OfficeDays.dayOf(clock.instant())));
    }

    /** See {@link Basvuru#confirmReceipt}. */
    @Transactional
    public void confirmReceipt(String number, @Nullable String seen) {
        change(number, (basvuru, now) -> basvuru.confirmReceipt(seen, rules, deadlines, currentUser.name(), now));
    }

    /** See {@link Basvuru#refuseReceipt}. */
    @Transactional
    public void refuseReceipt(String number, String reason) {
        change(
                number,
                (basvuru, now) ->
                        basvuru.refuseReceipt(reason, ways.of(basvuru), rules, deadlines, currentUser.name(), now));
    }

    /** Applications with a proof of payment to check, oldest submission first. */
    public List<Basvuru> withReceiptToCheck() {
        return all(jdbc.sql("select number from basvuru where status = :awaiting "
                        + "and fee_given_submitted_on is not null order by fee_given_submitted_on, number")
                .param("awaiting", Status.UCRET_BEKLIYOR.name())
                .query(String.class)
                .list());
    }

    /** Open oral requests for information, oldest first (4982 md. 6). */
    public List<Basvuru> openOralInformationRequests() {
        var oral = Arrays.stream(Channel.values())
                .filter(Channel::isOral)
                .map(Channel::name)
                .toList();
        return all(jdbc.sql("select number from basvuru where status <> 'KAPANDI' and kind = :kind "
                        + "and channel in (:oral) order by received_at, number")
                .param("kind", Kind.BILGI_ISTEMI.name())
                .param("oral", oral)
                .query(String.class)
                .list());
    }

    /** See {@link Basvuru#lapseUnpaid}. */
    @Transactional
    public void lapseUnpaid(String number) {
        change(number, (basvuru, now) -> basvuru.lapseUnpaid(currentUser.name(), now));
    }

    /** See {@link Basvuru#complete}. */
    @Transactional
    public void complete(String number, String addition, String actor) {
        change(number, (basvuru, now) -> basvuru.complete(addition, actor, now));
        words.add(number, addition);
    }

    /** See {@link Basvuru#lapseIncomplete}. */
    @Transactional
    public void lapseIncomplete(String number) {
        change(number, (basvuru, now) -> basvuru.lapseIncomplete(currentUser.name(), now));
    }

    /** See {@link Basvuru#answerMeanwhile}. */
    @Transactional
    public void answerMeanwhile(String number, String words) {
        change(number, (basvuru, now) -> basvuru.answerMeanwhile(words, currentUser.name(), now));
    }

    /** See {@link Basvuru#withdraw}. */
    @Transactional
    public void withdraw(String number, @Nullable String reason, String actor) {
        change(number, (basvuru, now) -> basvuru.withdraw(reason, actor, now));
    }

    /** See {@link Basvuru#correctContact}. */
    @Transactional
    public void correctContact(
            String number, @Nullable String phone, @Nullable String email, @Nullable String address) {
        change(number, (basvuru, now) -> basvuru.correctContact(phone, email, address, currentUser.name(), now));
    }

    /** See {@link Basvuru#reopen}. */
    @Transactional
    public void reopen(String number, String reason, String actor) {
        change(number, (basvuru, now) -> basvuru.reopen(reason, rules, deadlines, actor, now));
    }

    /** See {@link Basvuru#renewCode}. */
    @Transactional
    public void renewCode(String number, String actor) {
        change(number, (basvuru, now) -> basvuru.renewCode(actor, now));
    }

    /** See {@link Basvuru#reopenWithoutMain}. */
    @Transactional
    void reopenWithoutMain(String number, Basvuru main) {
        change(number, (basvuru, now) -> basvuru.reopenWithoutMain(main, deadlines, currentUser.name(), now));
    }

    /** See {@link Basvuru#join}. */
    @Transactional
    public void join(String number, String mainNumber) {
        var main = get(mainNumber);
        change(number, (basvuru, now) -> basvuru.join(main, !joinedTo(number).isEmpty(), currentUser.name(), now));
    }

    /** Numbers of the applications joined to one. */
    public List<String> joinedTo(String number) {
        return jdbc.sql("select number from basvuru where main_number = :number order by number")
                .param("number", number)
                .query(String.class)
                .list();
    }

    /** Whether the routing of an application is escalated to the manager, see {@link RuleSettings#returnsToManager}. */
    public boolean isRoutedByManager(String number) {
        return get(number).isRoutedByManager(rules);
    }

    public boolean isRoutedByManager(Basvuru basvuru) {
        return basvuru.isRoutedByManager(rules);
    }

    /** Stores the reason of the next decision; null or blank removes it. */
    @Transactional
    public void noteReason(String number, @Nullable String reason) {
        change(
                number,
                (basvuru, now) -> basvuru.noteReason(
                        reason == null || reason.isBlank() ? null : reason, null, currentUser.name()));
    }

    /**
     * As {@link #noteReason}, with further facts of the decision; a main application has to be one that can be joined
     * to.
     */
    @Transactional
    public void noteDecision(String number, DecisionNote note) {
        String target = note.target();
        var main = note.isDuplicate() && target != null ? get(target) : null;
        change(number, (basvuru, now) -> {
            if (main != null) {
                basvuru.requireMain(main);
            }
            basvuru.noteReason(note.text(), target, currentUser.name());
        });
    }

    /**
     * Records in the history that a message was sent. Does not lock the record, so that sending cannot collide with a
     * clerk's step.
     *
     * @param recipient masked
     */
    @Transactional
    public void messageSent(String number, String purpose, String medium, @Nullable String recipient) {
        events.publishEvent(new BasvuruEvent.MesajIletildi(
                number, clock.instant(), currentUser.name(), purpose, medium, recipient));
    }

    /** Records in the history that a message could not be delivered; as {@link #messageSent}. */
    @Transactional
    public void messageNotDelivered(String number, String purpose, String medium, @Nullable String recipient) {
        events.publishEvent(new BasvuruEvent.MesajIletilemedi(
                number, clock.instant(), currentUser.name(), purpose, medium, recipient));
    }

    /** Records in the history that a manually delivered message was ticked off. */
    @Transactional
    public void broughtByHand(String number, String medium) {
        events.publishEvent(new BasvuruEvent.ElleIletildi(number, clock.instant(), currentUser.name(), medium));
    }

    /** Records in the history that a file was added; like {@link #messageSent}, without locking the record. */
    @Transactional
    public void attachmentAdded(String number, String actor, String part, long attachment, String sha256) {
        events.publishEvent(new BasvuruEvent.EkEklendi(number, clock.instant(), actor, part, attachment, null, sha256));
    }

    @Transactional
    public void attachmentRemoved(String number, String part, long attachment) {
        events.publishEvent(
                new BasvuruEvent.EkKaldirildi(number, clock.instant(), currentUser.name(), part, attachment, null));
    }

    /**
     * Records in the history that a letter was assigned its number in the document system.
     *
     * @param oldSayi the previous number that it corrects
     */
    @Transactional
    public void letterNumbered(
            String number, String letter, String sayi, LocalDate letterDate, @Nullable String oldSayi) {
        events.publishEvent(new BasvuruEvent.YaziSayilandi(
                number, clock.instant(), currentUser.name(), letter, sayi, letterDate, oldSayi));
    }

    private static <T> T known(Optional<T> found) {
        return found.orElseThrow(
                () -> new NotFoundException(Texts.of("basvuru.basvuru-access.bu-numarayla-bir-basvuru-yok")));
    }

    private void change(String number, BiConsumer<Basvuru, Instant> step) {
        var basvuru = get(number);
        step.accept(basvuru, clock.instant());
        repository.save(basvuru);
    }

    /** It stays open until the transaction ends: closing it waits, and then sees what was routed there. */
    private void requireUnit(String unit) {
        if (!organization.holdOpen(unit)) {
            throw new InvalidInputException("birim", Texts.of("basvuru.basvuru-register.kodlu-bir-birim-yok", unit));
        }
    }

    private void rememberUnit(String number, String unit) {
        jdbc.sql("insert into basvuru_birim (number, unit) select :number, :unit "
                        + "where not exists (select 1 from basvuru_birim where number = :number and unit = :unit)")
                .param("number", number)
                .param("unit", unit)
                .update();
    }
}
