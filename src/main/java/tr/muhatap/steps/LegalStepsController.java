package tr.muhatap.steps;

import java.util.function.Consumer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.BasvuruView;
import tr.muhatap.basvuru.MuracaatRegister;

/**
 * REST endpoints of the legal steps. Each returns the application after the step, or 409 with the violated rule and
 * nothing changed.
 */
@RestController
@RequestMapping("/api/v1/basvurular/{number}")
class LegalStepsController {

    private final LegalSteps steps;
    private final BasvuruRegister register;
    private final BasvuruAccess access;
    private final MuracaatRegister recourses;

    LegalStepsController(LegalSteps steps, BasvuruRegister register, BasvuruAccess access, MuracaatRegister recourses) {
        this.recourses = recourses;
        this.steps = steps;
        this.register = register;
        this.access = access;
    }

    @PostMapping("/extension")
    BasvuruView extension(@PathVariable String number, @RequestBody StepRequests.Extension request) {
        return taken(number, access::requireLegalSteps, () -> steps.extend(number, request));
    }

    @PostMapping("/fee")
    BasvuruView fee(@PathVariable String number, @RequestBody StepRequests.FeeNotice request) {
        return taken(number, access::requireLegalSteps, () -> steps.notifyFee(number, request));
    }

    @PostMapping("/payment")
    BasvuruView payment(@PathVariable String number, @RequestBody StepRequests.Payment request) {
        return taken(number, access::requireLegalSteps, () -> steps.pay(number, request));
    }

    @PostMapping("/receipt")
    BasvuruView receipt(@PathVariable String number, @RequestBody StepRequests.Payment request) {
        return taken(number, access::requireCitizensDesk, () -> steps.submitReceipt(number, request));
    }

    @PostMapping("/receipt-confirmation")
    BasvuruView receiptConfirmation(@PathVariable String number, @RequestBody StepRequests.ReceiptCheck request) {
        return taken(number, access::requireLegalSteps, () -> steps.confirmReceipt(number, request));
    }

    @PostMapping("/receipt-refusal")
    BasvuruView receiptRefusal(@PathVariable String number, @RequestBody StepRequests.Reason request) {
        return taken(number, access::requireLegalSteps, () -> steps.refuseReceipt(number, request));
    }

    @PostMapping("/service")
    BasvuruView service(@PathVariable String number, @RequestBody StepRequests.Service request) {
        return taken(number, access::requireLegalSteps, () -> steps.serve(number, request));
    }

    @PostMapping("/interim-answer")
    BasvuruView interimAnswer(@PathVariable String number, @RequestBody StepRequests.Words request) {
        return taken(number, access::requireLegalSteps, () -> steps.answerMeanwhile(number, request));
    }

    @PostMapping("/opinion")
    BasvuruView opinion(@PathVariable String number, @RequestBody StepRequests.Opinion request) {
        return taken(number, access::requireLegalSteps, () -> steps.askOpinion(number, request));
    }

    @PostMapping("/opinion-answer")
    BasvuruView opinionAnswer(@PathVariable String number, @RequestBody StepRequests.OpinionAnswer request) {
        return taken(number, access::requireLegalSteps, () -> steps.answerOpinion(number, request));
    }

    @PostMapping("/opinion-withdrawal")
    BasvuruView opinionWithdrawal(@PathVariable String number, @RequestBody StepRequests.OpinionWithdrawal request) {
        return taken(number, access::requireLegalSteps, () -> steps.withdrawOpinion(number, request));
    }

    @PostMapping("/appeal")
    BasvuruView appeal(@PathVariable String number, @RequestBody StepRequests.Objection request) {
        return taken(number, access::requireLegalSteps, () -> steps.appeal(number, request));
    }

    @PostMapping("/appeal-request")
    BasvuruView appealRequest(@PathVariable String number, @RequestBody StepRequests.BoardRequest request) {
        return taken(number, access::requireLegalSteps, () -> steps.requestOfBoard(number, request));
    }

    @PostMapping("/appeal-answer")
    BasvuruView appealAnswer(@PathVariable String number, @RequestBody StepRequests.BoardAnswer request) {
        return taken(number, access::requireLegalSteps, () -> steps.answerBoard(number, request));
    }

    @PostMapping("/appeal-outcome")
    BasvuruView appealOutcome(@PathVariable String number, @RequestBody StepRequests.BoardDecision request) {
        return taken(number, access::requireLegalSteps, () -> steps.decideAppeal(number, request));
    }

    @PostMapping("/duplicate-of")
    BasvuruView duplicateOf(@PathVariable String number, @RequestBody StepRequests.Joining request) {
        return taken(number, access::requireCitizensDesk, () -> steps.join(number, request));
    }

    @PostMapping("/completion")
    BasvuruView completion(@PathVariable String number, @RequestBody StepRequests.Words request) {
        return taken(number, access::requireCitizensDesk, () -> steps.complete(number, request));
    }

    @PostMapping("/contact-correction")
    BasvuruView contactCorrection(@PathVariable String number, @RequestBody StepRequests.Contact request) {
        return taken(number, access::requireCitizensDesk, () -> steps.correctContact(number, request));
    }

    @PostMapping("/withdrawal")
    BasvuruView withdrawal(@PathVariable String number, @RequestBody StepRequests.Reason request) {
        return taken(number, access::requireCitizensDesk, () -> steps.withdraw(number, request));
    }

    @PostMapping("/reopening")
    BasvuruView reopening(@PathVariable String number, @RequestBody StepRequests.Reason request) {
        return taken(number, access::requireCitizensDesk, () -> steps.reopen(number, request));
    }

    @PutMapping("/muracaat")
    BasvuruView recourseAnswer(@PathVariable String number, @RequestBody StepRequests.Words request) {
        return taken(
                number,
                open -> access.requireRecourse(open, recourses.openPlace(number)),
                () -> steps.draftRecourseAnswer(number, request));
    }

    private BasvuruView taken(String number, Consumer<Basvuru> mayTake, Runnable step) {
        mayTake.accept(register.get(number));
        step.run();
        return BasvuruView.of(register.get(number));
    }
}
