package tr.muhatap.steps;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
 * What the law adds to an application's straight way. Each step answers with the application as it then is, or with 409 and
 * the rule that forbids it, nothing changed.
 */
@RestController
@RequestMapping("/api/v1/basvurular/{number}")
@Tag(name = "Kanuni işlemler")
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
    @Operation(summary = "Süre uzatımı (4982 md. 11)")
    BasvuruView extension(@PathVariable String number, @RequestBody StepRequests.Extension request) {
        return taken(number, access::requireLegalSteps, () -> steps.extend(number, request));
    }

    @PostMapping("/fee")
    @Operation(summary = "Ücret bildirimi; süreyi keser (4982 md. 10–11)")
    BasvuruView fee(@PathVariable String number, @RequestBody StepRequests.FeeNotice request) {
        return taken(number, access::requireLegalSteps, () -> steps.notifyFee(number, request));
    }

    @PostMapping("/payment")
    @Operation(summary = "Ücret ödendi (4982 md. 11)")
    BasvuruView payment(@PathVariable String number, @RequestBody StepRequests.Payment request) {
        return taken(number, access::requireLegalSteps, () -> steps.pay(number, request));
    }

    @PostMapping("/receipt")
    @Operation(
            summary =
                    "Ödeme belgesi, başvuru sahibi adına; kontrol edilince ödeme sayılır (Uygulama Yönetmeliği md. 22)")
    BasvuruView receipt(@PathVariable String number, @RequestBody StepRequests.Payment request) {
        return taken(number, access::requireCitizensDesk, () -> steps.submitReceipt(number, request));
    }

    @PostMapping("/receipt-confirmation")
    @Operation(summary = "Sunulan ödeme belgesi uygun; süre ödeme tarihinden yeniden başlar")
    BasvuruView receiptConfirmation(@PathVariable String number, @RequestBody StepRequests.ReceiptCheck request) {
        return taken(number, access::requireLegalSteps, () -> steps.confirmReceipt(number, request));
    }

    @PostMapping("/receipt-refusal")
    @Operation(summary = "Sunulan ödeme belgesi ödemeyi göstermiyor; ödeme süresi yeniden işler")
    BasvuruView receiptRefusal(@PathVariable String number, @RequestBody StepRequests.Reason request) {
        return taken(number, access::requireLegalSteps, () -> steps.refuseReceipt(number, request));
    }

    @PostMapping("/service")
    @Operation(
            summary = "Tebliğ tarihi: posta alındısından veya KEP delilinden; tebliğe bağlı süreler bu tarihten işler")
    BasvuruView service(@PathVariable String number, @RequestBody StepRequests.Service request) {
        return taken(number, access::requireLegalSteps, () -> steps.serve(number, request));
    }

    @PostMapping("/interim-answer")
    @Operation(summary = "Ara cevap; süreyi değiştirmez (3071 md. 7)")
    BasvuruView interimAnswer(@PathVariable String number, @RequestBody StepRequests.Words request) {
        return taken(number, access::requireLegalSteps, () -> steps.answerMeanwhile(number, request));
    }

    @PostMapping("/opinion")
    @Operation(
            summary =
                    "Başka kurumdan görüş (GORUS, 15 iş günü) veya bilgi (BILGI, 5 iş günü) istenmesi; süreyi değiştirmez"
                            + " (2020/2646 sayılı Yönetmelik md. 33)")
    BasvuruView opinion(@PathVariable String number, @RequestBody StepRequests.Opinion request) {
        return taken(number, access::requireLegalSteps, () -> steps.askOpinion(number, request));
    }

    @PostMapping("/opinion-answer")
    @Operation(summary = "Başka kurumun cevabı geldi")
    BasvuruView opinionAnswer(@PathVariable String number, @RequestBody StepRequests.OpinionAnswer request) {
        return taken(number, access::requireLegalSteps, () -> steps.answerOpinion(number, request));
    }

    @PostMapping("/opinion-withdrawal")
    @Operation(summary = "Başka kurumun cevabı artık beklenmiyor")
    BasvuruView opinionWithdrawal(@PathVariable String number, @RequestBody StepRequests.OpinionWithdrawal request) {
        return taken(number, access::requireLegalSteps, () -> steps.withdrawOpinion(number, request));
    }

    @PostMapping("/appeal")
    @Operation(summary = "Bilgi Edinme Değerlendirme Kuruluna itiraz (4982 md. 13)")
    BasvuruView appeal(@PathVariable String number, @RequestBody StepRequests.Objection request) {
        return taken(number, access::requireLegalSteps, () -> steps.appeal(number, request));
    }

    @PostMapping("/appeal-request")
    @Operation(summary = "Kurulun istek tarihi; 15 iş günü bu tarihten işler (4982 md. 13)")
    BasvuruView appealRequest(@PathVariable String number, @RequestBody StepRequests.BoardRequest request) {
        return taken(number, access::requireLegalSteps, () -> steps.requestOfBoard(number, request));
    }

    @PostMapping("/appeal-answer")
    @Operation(summary = "Kurula cevap verildi")
    BasvuruView appealAnswer(@PathVariable String number, @RequestBody StepRequests.BoardAnswer request) {
        return taken(number, access::requireLegalSteps, () -> steps.answerBoard(number, request));
    }

    @PostMapping("/appeal-outcome")
    @Operation(summary = "Kurulun kararı: KABUL, KISMEN_KABUL, RET")
    BasvuruView appealOutcome(@PathVariable String number, @RequestBody StepRequests.BoardDecision request) {
        return taken(number, access::requireLegalSteps, () -> steps.decideAppeal(number, request));
    }

    @PostMapping("/duplicate-of")
    @Operation(summary = "Ana başvuruyla birleştirme; ikisi de kendi süresini ve cevabını korur")
    BasvuruView duplicateOf(@PathVariable String number, @RequestBody StepRequests.Joining request) {
        return taken(number, access::requireCitizensDesk, () -> steps.join(number, request));
    }

    @PostMapping("/completion")
    @Operation(summary = "Eksik bilginin tamamlanması")
    BasvuruView completion(@PathVariable String number, @RequestBody StepRequests.Words request) {
        return taken(number, access::requireCitizensDesk, () -> steps.complete(number, request));
    }

    @PostMapping("/contact-correction")
    @Operation(summary = "İletişim bilgisinin düzeltilmesi; iletilemeyenler yeni bilgiyle yeniden gönderilir")
    BasvuruView contactCorrection(@PathVariable String number, @RequestBody StepRequests.Contact request) {
        return taken(number, access::requireCitizensDesk, () -> steps.correctContact(number, request));
    }

    @PostMapping("/withdrawal")
    @Operation(summary = "Başvuru sahibi adına vazgeçme")
    BasvuruView withdrawal(@PathVariable String number, @RequestBody StepRequests.Reason request) {
        return taken(number, access::requireCitizensDesk, () -> steps.withdraw(number, request));
    }

    @PostMapping("/reopening")
    @Operation(summary = "Başvuru sahibi adına yeniden açma; aynı numara, yeni süre")
    BasvuruView reopening(@PathVariable String number, @RequestBody StepRequests.Reason request) {
        return taken(number, access::requireCitizensDesk, () -> steps.reopen(number, request));
    }

    @PutMapping("/muracaat")
    @Operation(summary = "Açık müracaatın cevap taslağı")
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
