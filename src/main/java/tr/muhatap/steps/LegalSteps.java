package tr.muhatap.steps;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.AppealOutcome;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.ExtensionGround;
import tr.muhatap.basvuru.ItirazRegister;
import tr.muhatap.basvuru.MuracaatGround;
import tr.muhatap.basvuru.MuracaatRegister;
import tr.muhatap.basvuru.Opinion;
import tr.muhatap.basvuru.OpinionKind;
import tr.muhatap.basvuru.OpinionRegister;
import tr.muhatap.basvuru.ServedPaper;
import tr.muhatap.basvuru.ServiceWay;
import tr.muhatap.text.Check;
import tr.muhatap.text.Digits;
import tr.muhatap.text.Texts;

/**
 * Validates the input of legal steps, naming every faulty field, and executes them. Authorization is checked by the
 * callers.
 */
@Component
public class LegalSteps {

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_REFERENCE = 60;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_BODY = 200;

    private final BasvuruRegister register;
    private final MuracaatRegister recourses;
    private final OpinionRegister opinions;
    private final ItirazRegister objections;
    private final FeeNotices fees;
    private final BasvuruAccess access;
    private final CurrentUser currentUser;
    private final Clock clock;

    LegalSteps(
            BasvuruRegister register,
            MuracaatRegister recourses,
            OpinionRegister opinions,
            ItirazRegister objections,
            FeeNotices fees,
            BasvuruAccess access,
            CurrentUser currentUser,
            Clock clock) {
        this.opinions = opinions;
        this.fees = fees;
        this.clock = clock;
        this.register = register;
        this.recourses = recourses;
        this.objections = objections;
        this.access = access;
        this.currentUser = currentUser;
    }

    void extend(String number, StepRequests.Extension request) {
        var check = new Check();
        var ground = check.choice(ExtensionGround.class, "ground", request.ground());
        String reason = check.printable("reason", check.text("reason", request.reason(), LONGEST_REASON));
        check.done();
        register.extend(number, Check.given(ground), Check.given(reason));
    }

    void notifyFee(String number, StepRequests.FeeNotice request) {
        register.notifyFee(number, fees.of(request));
    }

    void pay(String number, StepRequests.Payment request) {
        var check = new Check();
        var paidOn = check.day("paidOn", request.paidOn());
        String receipt = check.line("receipt", request.receipt(), LONGEST_REFERENCE);
        check.done();
        register.pay(number, Check.given(paidOn), Check.given(receipt));
    }

    void submitReceipt(String number, StepRequests.Payment request) {
        submitReceipt(number, request, currentUser.name());
    }

    public void submitReceiptAsCitizen(String number, StepRequests.Payment request) {
        submitReceipt(number, request, CurrentUser.CITIZEN);
    }

    private void submitReceipt(String number, StepRequests.Payment request, String actor) {
        var check = new Check();
        var paidOn = check.day("paidOn", request.paidOn());
        String receipt = check.line("receipt", request.receipt(), LONGEST_REFERENCE);
        check.done();
        register.submitReceipt(number, Check.given(paidOn), Check.given(receipt), actor);
    }

    void confirmReceipt(String number, StepRequests.ReceiptCheck request) {
        var check = new Check();
        String seen = check.optionalLine("receipt", request.receipt(), LONGEST_REFERENCE);
        check.done();
        register.confirmReceipt(number, seen);
    }

    void refuseReceipt(String number, StepRequests.Reason request) {
        var check = new Check();
        String reason = check.printable("reason", check.text("reason", request.reason(), LONGEST_REASON));
        check.done();
        register.refuseReceipt(number, Check.given(reason));
    }

    /** Enters the day of service, from the postal receipt or the KEP evidence. */
    public void serve(String number, StepRequests.Service request) {
        var check = new Check();
        var paper = check.choice(ServedPaper.class, "paper", request.paper());
        var servedOn = check.day("servedOn", request.servedOn());
        String given = request.way();
        var way = given == null || given.isBlank() ? ServiceWay.POSTA : check.choice(ServiceWay.class, "way", given);
        if (way == ServiceWay.ELEKTRONIK) {
            check.reject("way", Texts.of("basvuru.legal-steps.teblig-tarihi-posta-alindisindan-veya"));
        }
        check.done();
        register.serve(number, Check.given(paper), Check.given(way), Check.given(servedOn));
    }

    void answerMeanwhile(String number, StepRequests.Words request) {
        var check = new Check();
        String words = check.printable("text", check.text("text", request.text(), LONGEST_WORDS));
        check.done();
        register.answerMeanwhile(number, Check.given(words));
    }

    void askOpinion(String number, StepRequests.Opinion request) {
        var check = new Check();
        var kind = check.choice(OpinionKind.class, "kind", request.kind());
        String body = check.printable("body", check.line("body", request.body(), LONGEST_BODY));
        String question = check.text("question", request.question(), LONGEST_REASON);
        String asked = request.askedOn();
        var askedOn = asked == null || asked.isBlank() ? LocalDate.now(clock) : check.day("askedOn", asked);
        check.done();
        opinions.ask(
                number,
                new Opinion.Question(
                        Check.given(kind), Check.given(body), Check.given(question), Check.given(askedOn)));
    }

    void answerOpinion(String number, StepRequests.OpinionAnswer request) {
        var check = new Check();
        var answeredOn = check.day("answeredOn", request.answeredOn());
        String text = check.optionalText("text", request.text(), LONGEST_WORDS);
        check.done();
        opinions.answer(number, request.opinion(), Check.given(answeredOn), text);
    }

    void withdrawOpinion(String number, StepRequests.OpinionWithdrawal request) {
        opinions.withdraw(number, request.opinion(), reason(new StepRequests.Reason(request.reason())));
    }

    void complete(String number, StepRequests.Words request) {
        register.complete(number, words(request), currentUser.name());
    }

    public void completeAsCitizen(String number, StepRequests.Words request) {
        register.complete(number, words(request), CurrentUser.CITIZEN);
    }

    /** Replaces all contact data; missing ones are removed. */
    void correctContact(String number, StepRequests.Contact request) {
        var check = new Check();
        String phone = check.phone("phone", check.optionalLine("phone", request.phone(), LONGEST_REFERENCE));
        String email = check.email("email", check.optionalLine("email", request.email(), LONGEST_ADDRESS));
        String address =
                check.withoutLink("address", check.optionalLine("address", request.address(), LONGEST_ADDRESS));
        if (request.phone() == null && request.email() == null && request.address() == null) {
            check.reject("phone", Texts.of("basvuru.legal-steps.telefon-e-posta-veya-adresten"));
        }
        check.done();
        register.correctContact(number, phone, email, address);
    }

    void withdraw(String number, StepRequests.Reason request) {
        register.withdraw(number, optionalReason(request), currentUser.name());
    }

    public void withdrawAsCitizen(String number, StepRequests.Reason request) {
        register.withdraw(number, optionalReason(request), CurrentUser.CITIZEN);
    }

    void reopen(String number, StepRequests.Reason request) {
        register.reopen(number, reason(request), currentUser.name());
    }

    public void reopenAsCitizen(String number, StepRequests.Reason request) {
        register.reopen(number, reason(request), CurrentUser.CITIZEN);
    }

    public void fileRecourse(String number, StepRequests.Recourse request) {
        var check = new Check();
        var ground = check.choice(MuracaatGround.class, "ground", request.ground());
        String text = check.text("text", request.text(), LONGEST_WORDS);
        check.done();
        recourses.file(number, Check.given(ground), Check.given(text), CurrentUser.CITIZEN);
    }

    void draftRecourseAnswer(String number, StepRequests.Words request) {
        recourses.draft(number, words(request));
    }

    /** The main application has to be readable by the current user; otherwise it is treated as not existing. */
    void join(String number, StepRequests.Joining request) {
        var check = new Check();
        String given = check.line("number", request.number(), LONGEST_REFERENCE);
        String main = given == null ? null : Digits.applicationNumber(given);
        if (main != null && register.find(main).filter(access::mayRead).isEmpty()) {
            check.reject("number", Texts.of("basvuru.basvuru-access.bu-numarayla-bir-basvuru-yok"));
        }
        check.done();
        register.join(number, Check.given(main));
    }

    void appeal(String number, StepRequests.Objection request) {
        var check = new Check();
        var filedOn = check.day("filedOn", request.filedOn());
        String boardNumber = check.line("boardNumber", request.boardNumber(), LONGEST_REFERENCE);
        var servedOn = optionalDay(check, "servedOn", request.servedOn());
        var requestedOn = optionalDay(check, "requestedOn", request.requestedOn());
        check.done();
        objections.file(number, Check.given(filedOn), Check.given(boardNumber), servedOn, requestedOn);
    }

    private static @Nullable LocalDate optionalDay(Check check, String field, @Nullable String given) {
        return given == null || given.isBlank() ? null : check.day(field, given);
    }

    void requestOfBoard(String number, StepRequests.BoardRequest request) {
        var check = new Check();
        var requestedOn = check.day("requestedOn", request.requestedOn());
        String board = check.optionalLine("boardNumber", request.boardNumber(), LONGEST_REFERENCE);
        check.done();
        objections.request(number, board, Check.given(requestedOn));
    }

    void answerBoard(String number, StepRequests.BoardAnswer request) {
        var check = new Check();
        var answeredOn = check.day("answeredOn", request.answeredOn());
        String board = check.optionalLine("boardNumber", request.boardNumber(), LONGEST_REFERENCE);
        check.done();
        objections.answer(number, board, Check.given(answeredOn));
    }

    void decideAppeal(String number, StepRequests.BoardDecision request) {
        var check = new Check();
        var outcome = check.choice(AppealOutcome.class, "outcome", request.outcome());
        String board = check.optionalLine("boardNumber", request.boardNumber(), LONGEST_REFERENCE);
        check.done();
        objections.decide(number, board, Check.given(outcome));
    }

    private static String words(StepRequests.Words request) {
        var check = new Check();
        String text = check.text("text", request.text(), LONGEST_WORDS);
        check.done();
        return Check.given(text);
    }

    private static String reason(StepRequests.Reason request) {
        var check = new Check();
        String reason = check.text("reason", request.reason(), LONGEST_REASON);
        check.done();
        return Check.given(reason);
    }

    private static @Nullable String optionalReason(StepRequests.Reason request) {
        String reason = request.reason();
        return reason == null || reason.isBlank() ? null : reason(request);
    }
}
