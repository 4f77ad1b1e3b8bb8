package tr.muhatap.inquiry;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.notification.InquiryMessages;

/** Reminds whoever is asked before a link ends, and ends it by its day. Several nodes do each once. */
@Component
class InquirySchedule {

    /** Days before the last one. */
    static final int REMINDED_BEFORE = 2;

    private static final int BATCH = 200;

    private final InquiryStore store;
    private final InquiryMessages messages;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InquirySchedule(
            InquiryStore store,
            InquiryMessages messages,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.messages = messages;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${muhatap.inquiry.sweep:PT1M}", fixedDelayString = "${muhatap.inquiry.sweep:PT1M}")
    void sweep() {
        var today = LocalDate.now(clock);
        // Whoever is asked today for a day this near needs no reminder today
        var midnight = today.atStartOfDay(OfficeClock.ISTANBUL).toInstant();
        store.dueUntil(today, today.plusDays(REMINDED_BEFORE), midnight, BATCH)
                .forEach(row -> transaction.executeWithoutResult(tx -> take(row, today)));
    }

    private void take(InquiryStore.Row row, LocalDate today) {
        var inquiry = row.inquiry();
        if (inquiry.lastDay().isBefore(today)) {
            if (store.settle(inquiry.number(), inquiry.id(), InquiryState.SURESI_DOLDU, null)) {
                events.publishEvent(new BasvuruEvent.SoruSuresiDoldu(
                        inquiry.number(), clock.instant(), CurrentUser.SYSTEM, inquiry.id(), inquiry.lastDay()));
            }
        } else if (store.remind(inquiry.number(), inquiry.id(), today)
                // Whoever got the link by hand is reminded by hand; the list says so
                && inquiry.way().isBySystem()
                && messages.send(Inquiries.link(row, true))) {
            events.publishEvent(new BasvuruEvent.SoruHatirlatildi(
                    inquiry.number(), clock.instant(), CurrentUser.SYSTEM, inquiry.id(), inquiry.lastDay()));
        }
    }
}
