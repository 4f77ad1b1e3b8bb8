package tr.muhatap.basvuru;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;
import tr.muhatap.deadline.Deadlines;

/** Service (tebliğ) of the notices from which a period runs: how each went out, and when it reached the applicant. */
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

    /** Last day to pay a notified fee; null where none is awaited, or the notice was not served yet. */
    public @Nullable LocalDate payUntil() {
        return fee == null || !fee.awaited() ? null : fee.payUntil();
    }

    /** The receipt of payment that waits for a clerk's check; null where none does. */
    public @Nullable SubmittedReceipt submittedReceipt() {
        return fee == null || status != Status.UCRET_BEKLIYOR ? null : fee.submitted();
    }

    /** How and when a notice of the present round reached the applicant; null where there was none. */
    public @Nullable Tebligat service(ServedPaper paper) {
        return switch (paper) {
            case SURE_UZATIMI -> extensionNotice;
            case UCRET_BILDIRIMI -> feeNotice;
            case CEVAP -> answerNotice;
        };
    }

    /** Whether the day of service of a notice has to be entered from its receipt. */
    public boolean awaitsService(ServedPaper paper) {
        var notice = service(paper);
        boolean matters = paper != ServedPaper.UCRET_BILDIRIMI || status == Status.UCRET_BEKLIYOR;
        return notice != null && notice.isAwaited() && matters;
    }

    /** From when on the answer may be objected to; null while its receipt is awaited, or where it had none. */
    @Nullable
    LocalDate answerServedOn() {
        return Optional.ofNullable(answerNotice).map(Tebligat::servedOn).orElse(null);
    }

    /**
     * The day from which on an open request that was not answered counts as refused: the 30th of silence (2577 md. 10). A valid
     * extension is an answer: the silence then begins with the end of the extended limit.
     */
    LocalDate silentFrom() {
        var thirtieth = counting().from().plusDays(DAYS_OF_SILENCE);
        return counting().extended() ? OfficeDays.later(thirtieth, limit.lastDay()) : thirtieth;
    }

    boolean awaitsAnyService() {
        return Arrays.stream(ServedPaper.values()).anyMatch(this::awaitsService);
    }

    /** Whether the notice of an extension came too late, so that the limit of before holds (4982 md. 11). */
    public boolean isExtensionLost() {
        var notice = extensionNotice;
        return notice != null
                && notice.servedOn() != null
                && extensionReachBy != null
                && notice.servedOn().isAfter(extensionReachBy);
    }

    /** A notice goes out by a way; its service is awaited where a receipt names the day. */
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

    /** Takes a notice off the list of those that wait for their receipt. */
    void noLongerAwaited(ServedPaper paper) {
        var notice = service(paper);
        if (notice != null && notice.way().hasReceipt()) {
            registerEvent(new ServiceAwaited(number, paper, notice.sentOn(), false));
        }
    }

    Tebligat noticeOrFail(ServedPaper paper) {
        return Optional.ofNullable(service(paper)).orElseThrow();
    }

    /** A new round has notices of its own. */
    void forgetNotices() {
        Arrays.stream(ServedPaper.values()).forEach(this::noLongerAwaited);
        extensionNotice = null;
        extensionReachBy = null;
        feeNotice = null;
        answerNotice = null;
    }
}
