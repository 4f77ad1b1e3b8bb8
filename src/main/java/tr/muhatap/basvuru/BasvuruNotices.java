package tr.muhatap.basvuru;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;
import tr.muhatap.deadline.Deadlines;

/** Service (tebliğ) of notices that start a period: how each was sent, and when it reached the applicant. */
abstract class BasvuruNotices extends BasvuruState {

    private static final int DAYS_OF_SILENCE = 30;

    @Embedded.Nullable(prefix = "extension_notice_")
    @Nullable
    Tebligat extensionNotice;

    /** Last day on which the notice of an extension had to reach the applicant (4982 md. 11). */
    @Nullable
    LocalDate extensionReachBy;

    @Embedded.Nullable(prefix = "fee_notice_")
    @Nullable
    Tebligat feeNotice;

    @Embedded.Nullable(prefix = "answer_notice_")
    @Nullable
    Tebligat answerNotice;

    BasvuruNotices(String number, NewBasvuru given, AnswerRound round, Deadlines deadlines, Instant now) {
        super(number, given, round, deadlines, now);
    }

    BasvuruNotices() {}

    /** Last day to pay a notified fee; null if none is awaited, or the notice was not served yet. */
    public @Nullable LocalDate payUntil() {
        return fee == null || !fee.awaited() ? null : fee.payUntil();
    }

    /** Proof of payment that waits for a clerk's check; null if there is none. */
    public @Nullable SubmittedReceipt submittedReceipt() {
        return fee == null || status != Status.UCRET_BEKLIYOR ? null : fee.submitted();
    }

    /** How and when a notice of the current round was served; null if there was none. */
    public @Nullable Tebligat service(ServedPaper paper) {
        return switch (paper) {
            case SURE_UZATIMI -> extensionNotice;
            case UCRET_BILDIRIMI -> feeNotice;
            case CEVAP -> answerNotice;
        };
    }

    /** Whether the day of service of a notice still has to be entered from its receipt. */
    public boolean awaitsService(ServedPaper paper) {
        var notice = service(paper);
        boolean matters = paper != ServedPaper.UCRET_BILDIRIMI || status == Status.UCRET_BEKLIYOR;
        return notice != null && notice.isAwaited() && matters;
    }

    /** Day of service of the answer; null while its receipt is awaited, or if there was none. */
    @Nullable
    LocalDate answerServedOn() {
        return Optional.ofNullable(answerNotice).map(Tebligat::servedOn).orElse(null);
    }

    /**
     * The day from which an unanswered open request counts as refused: the 30th day of silence (2577 md. 10). A valid
     * extension is an answer: the silence then begins at the end of the extended limit.
     */
    LocalDate silentFrom() {
        var thirtieth = counting().from().plusDays(DAYS_OF_SILENCE);
        return counting().extended() ? OfficeDays.later(thirtieth, limit.lastDay()) : thirtieth;
    }

    boolean awaitsAnyService() {
        return Arrays.stream(ServedPaper.values()).anyMatch(this::awaitsService);
    }

    /** Whether the notice of an extension arrived too late, so that the unextended limit remains (4982 md. 11). */
    public boolean isExtensionLost() {
        var notice = extensionNotice;
        return notice != null
                && notice.servedOn() != null
                && extensionReachBy != null
                && notice.servedOn().isAfter(extensionReachBy);
    }

    /** Sends a notice; its service is awaited if the day is known only from a receipt. */
    void send(ServedPaper paper, ServiceWay way, Instant now) {
        var notice = Tebligat.sent(way, OfficeDays.dayOf(now));
        noLongerAwaited(paper);
        keep(paper, notice);
        if (notice.isAwaited()) {
            registerEvent(new ServiceAwaited(number, paper, notice.sentOn(), true));
        }
    }

    void keep(ServedPaper paper, Tebligat notice) {
        switch (paper) {
            case SURE_UZATIMI -> extensionNotice = notice;
            case UCRET_BILDIRIMI -> feeNotice = notice;
            case CEVAP -> answerNotice = notice;
        }
    }

    /** Removes a notice from those that wait for their receipt. */
    void noLongerAwaited(ServedPaper paper) {
        var notice = service(paper);
        if (notice != null && notice.way().hasReceipt()) {
            registerEvent(new ServiceAwaited(number, paper, notice.sentOn(), false));
        }
    }

    Tebligat noticeOrFail(ServedPaper paper) {
        return Optional.ofNullable(service(paper)).orElseThrow();
    }

    /** Clears the notices for a new round. */
    void forgetNotices() {
        Arrays.stream(ServedPaper.values()).forEach(this::noLongerAwaited);
        extensionNotice = null;
        extensionReachBy = null;
        feeNotice = null;
        answerNotice = null;
    }
}
