package tr.muhatap.inquiry;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.LegalStep;
import tr.muhatap.dosya.BasvuruQueries;
import tr.muhatap.dosya.Workplace;
import tr.muhatap.notification.InquiryLinks;
import tr.muhatap.notification.InquiryMessages;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.rate.RateLimits;
import tr.muhatap.takip.TrackingCodes;
import tr.muhatap.text.Check;
import tr.muhatap.text.ContactData;
import tr.muhatap.text.Texts;

/**
 * What the office asks by links: asked, taken back, listed. A question moves no limit: 3071's goes on; 4982's can be extended in
 * time, which is proposed where the answer is waited for longer than the limit lasts.
 */
@Service
public class Inquiries {

    private static final int MOST_OPEN = 10;
    private static final int LONGEST_REASON = 2_000;
    private static final int MOST_LISTED = 1_000;
    private static final int SEED_BYTES = 16;

    private final InquiryStore store;
    private final BasvuruRegister register;
    private final BasvuruAccess access;
    private final BasvuruQueries applications;
    private final Workplace workplace;
    private final TrackingCodes codes;
    private final InquiryLinks links;
    private final InquiryMessages messages;
    private final RateLimits rates;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Inquiries(
            InquiryStore store,
            BasvuruRegister register,
            BasvuruAccess access,
            BasvuruQueries applications,
            Workplace workplace,
            TrackingCodes codes,
            InquiryLinks links,
            InquiryMessages messages,
            RateLimits rates,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.register = register;
        this.access = access;
        this.applications = applications;
        this.workplace = workplace;
        this.codes = codes;
        this.links = links;
        this.messages = messages;
        this.rates = rates;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What was asked.
     *
     * @param link its address where the asker passes it on; shown once, stored nowhere
     */
    public record Asked(Inquiry inquiry, @Nullable String link) {}

    /**
     * How an application's clock stands to what is asked.
     *
     * @param limit last day of the application's limit
     * @param extendable whether the limit of 4982 can be extended now
     * @param proposed whether it should be, since an answer is waited for until the last day or longer
     * @param latest until when can be asked; null if only the general bound stands
     */
    public record LimitHint(
            LocalDate limit,
            boolean extendable,
            boolean proposed,
            @Nullable LocalDate latest) {}

    /** A link that is waited for, on the list of all. */
    public record Listed(Inquiry inquiry, Workplace.Card card, boolean endsSoon) {}

    /** Whether the current user may ask about an application now. */
    public boolean mayAsk(String number) {
        return register.find(number)
                .filter(access::mayRead)
                .filter(Basvuru::isOpen)
                .filter(access::mayAsk)
                .isPresent();
    }

    /**
     * Asks by a link.
     *
     * @throws tr.muhatap.problem.InvalidInputException naming every fault
     * @throws RuleViolationException if the application is closed, or too much is waited for
     */
    @Transactional
    public Asked ask(String number, InquiryRequest request) {
        register.hold(number);
        var basvuru = register.get(number);
        access.requireAsking(basvuru);
        if (!basvuru.isOpen()) {
            throw new RuleViolationException(
                    InquiryRefusal.SORU_KAPALI_BASVURU, Texts.of("inquiry.ret.soru-kapali-basvuru"));
        }
        var asked = InquiryChecks.checked(
                request,
                new InquiryChecks.Allowed(
                        LocalDate.now(clock),
                        latest(basvuru),
                        messages.reachesApplicant(basvuru, false),
                        messages.reachesApplicant(basvuru, true)));
        if (store.of(number).stream().filter(Inquiry::isOpen).count() >= MOST_OPEN) {
            throw new RuleViolationException(InquiryRefusal.SORU_COK, Texts.of("inquiry.ret.soru-cok", MOST_OPEN));
        }
        rates.requireRecipients(asked.contact());
        String seed = seed();
        int id = store.add(number, asked, seed, codes.linkHash(codes.linkToken(seed)), currentUser.name());
        events.publishEvent(new BasvuruEvent.SoruSoruldu(
                number,
                clock.instant(),
                currentUser.name(),
                id,
                asked.addressee(),
                asked.questions().size(),
                asked.lastDay()));
        var row = store.find(number, id).orElseThrow();
        if (asked.way().isBySystem()) {
            messages.send(link(row, false));
        }
        return new Asked(row.inquiry(), asked.way().isBySystem() ? null : links.address(seed));
    }

    /**
     * Takes a link back, so that nobody can answer by it any more.
     *
     * @throws RuleViolationException if it is settled
     */
    @Transactional
    public Inquiry withdraw(String number, int id, @Nullable String reason) {
        register.hold(number);
        access.requireAsking(register.get(number));
        var there = store.find(number, id)
                .orElseThrow(() -> new NotFoundException(Texts.of("inquiry.inquiries.boyle-bir-soru-yok")))
                .inquiry();
        var check = new Check();
        String words = check.text("reason", reason, LONGEST_REASON);
        check.done();
        if (!store.settle(number, id, InquiryState.GERI_ALINDI, words)) {
            throw new RuleViolationException(
                    InquiryRefusal.SORU_SONUCLANMIS,
                    Texts.of("inquiry.ret.soru-sonuclanmis", there.state().label()));
        }
        events.publishEvent(
                new BasvuruEvent.SoruGeriAlindi(number, clock.instant(), currentUser.name(), id, Check.given(words)));
        return store.find(number, id).orElseThrow().inquiry();
    }

    /** All of an application, the oldest first; contact data in answers are hidden from whoever does not speak with citizens. */
    public List<Inquiry> of(String number, boolean withContacts) {
        var basvuru = register.get(number);
        access.requireInsight(basvuru);
        var all = store.of(number);
        return withContacts || access.seesApplicant(basvuru)
                ? all
                : all.stream().map(Inquiries::withoutContacts).toList();
    }

    /** What the application's limit has to do with what is asked. */
    public LimitHint limit(String number) {
        var basvuru = register.get(number);
        access.requireInsight(basvuru);
        var limit = basvuru.deadline().lastDay();
        boolean extendable = isExtendable(basvuru);
        boolean waitsLonger = store.of(number).stream()
                .anyMatch(inquiry -> inquiry.isOpen() && !inquiry.lastDay().isBefore(limit));
        return new LimitHint(limit, extendable, extendable && waitsLonger, latest(basvuru));
    }

    /** Of the applications that the current user may read those that are waited for, the most urgent first. */
    public List<Listed> open() {
        var open = store.open(applications.readableNumbers(), MOST_LISTED);
        var cards =
                workplace.cards(open.stream().map(row -> row.inquiry().number()).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Workplace.Card::number, Function.identity()));
        var soon = LocalDate.now(clock).plusDays(InquirySchedule.REMINDED_BEFORE);
        return listed(open, cards, soon);
    }

    private static List<Listed> listed(List<InquiryStore.Row> open, Map<String, Workplace.Card> cards, LocalDate soon) {
        return open.stream()
                .map(InquiryStore.Row::inquiry)
                .flatMap(inquiry -> {
                    var card = cards.get(inquiry.number());
                    return card == null
                            ? Stream.empty()
                            : Stream.of(
                                    new Listed(inquiry, card, !inquiry.lastDay().isAfter(soon)));
                })
                .toList();
    }

    /** Whoever is asked cannot change what is decided. */
    @EventListener
    void closed(BasvuruEvent.Kapandi event) {
        store.settleAll(event.number(), InquiryState.BASVURU_KAPANDI);
    }

    static InquiryMessages.Link link(InquiryStore.Row row, boolean reminder) {
        var inquiry = row.inquiry();
        return new InquiryMessages.Link(
                inquiry.number(),
                inquiry.id(),
                inquiry.way() == InquiryWay.SMS,
                row.contact(),
                row.seed(),
                inquiry.lastDay(),
                inquiry.showNumber(),
                reminder);
    }

    /** Nobody is asked beyond the limit, which goes on; but where it can be extended, or has passed, that binds no more. */
    private @Nullable LocalDate latest(Basvuru basvuru) {
        var limit = basvuru.deadline().lastDay();
        return limit.isBefore(LocalDate.now(clock)) || isExtendable(basvuru) ? null : limit;
    }

    private boolean isExtendable(Basvuru basvuru) {
        return register.possibleSteps(basvuru, false).contains(LegalStep.EXTENSION);
    }

    private static Inquiry withoutContacts(Inquiry inquiry) {
        return new Inquiry(
                inquiry.number(),
                inquiry.id(),
                inquiry.addressee(),
                inquiry.name(),
                inquiry.way(),
                inquiry.showNumber(),
                inquiry.intro(),
                inquiry.lastDay(),
                inquiry.state(),
                inquiry.askedBy(),
                inquiry.askedAt(),
                inquiry.remindedOn(),
                inquiry.settledAt(),
                inquiry.reason(),
                inquiry.questions().stream()
                        .map(question -> new Inquiry.Question(
                                question.place(),
                                question.type(),
                                question.text(),
                                question.required(),
                                question.choices(),
                                question.answer() == null ? null : ContactData.hidden(question.answer()),
                                question.answeredAt()))
                        .toList());
    }

    private String seed() {
        var bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
