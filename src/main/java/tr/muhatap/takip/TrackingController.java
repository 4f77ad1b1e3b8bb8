package tr.muhatap.takip;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.audit.Receipts;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Texts;

/** REST endpoints of tracking and of citizens' steps, with number and code. */
@RestController
@RequestMapping("/api/v1/takip")
class TrackingController {

    private final Tracking tracking;
    private final CitizenSteps steps;
    private final Receipts receipts;

    TrackingController(Tracking tracking, CitizenSteps steps, Receipts receipts) {
        this.tracking = tracking;
        this.receipts = receipts;
        this.steps = steps;
    }

    record CitizenRequest(
            @Nullable String number,
            @Nullable String code,
            @Nullable String reason) {

        String givenNumber() {
            return number == null ? "" : number;
        }

        String givenCode() {
            return code == null ? "" : code;
        }
    }

    record RecourseRequest(
            @Nullable String number,
            @Nullable String code,
            @Nullable String ground,
            @Nullable String text) {}

    record CompletionRequest(
            @Nullable String number,
            @Nullable String code,
            @Nullable String text) {}

    record ReceiptRequest(
            @Nullable String number,
            @Nullable String code,
            @Nullable String paidOn,
            @Nullable String receipt) {}

    /**
     * @param code the signed promise, as in the receipt's QR code
     * @param address of the page that verifies it
     */
    record RegistrationReceipt(
            String number,
            OffsetDateTime registeredAt,
            @Nullable LocalDate lastDay,
            String code,
            String address) {}

    /** The verifiable receipt of the registration; see {@code /makbuz}. */
    @GetMapping("/makbuz")
    RegistrationReceipt registrationReceipt(@RequestParam String number, @RequestParam String code) {
        return tracking.find(number, code)
                .flatMap(basvuru -> receipts.of(basvuru.number()))
                .map(receipt -> new RegistrationReceipt(
                        receipt.number(),
                        receipt.registeredAt().atZone(OfficeClock.ISTANBUL).toOffsetDateTime(),
                        receipt.lastDay(),
                        receipt.code(),
                        receipt.address()))
                .orElseThrow(() -> new NotFoundException(Texts.of("takip.citizen-steps.bu-numara-ve-takip-koduyla")));
    }

    @GetMapping
    Tracking.TrackedApplication track(@RequestParam String number, @RequestParam String code) {
        return tracking.track(number, code)
                .orElseThrow(() -> new NotFoundException(Texts.of("takip.citizen-steps.bu-numara-ve-takip-koduyla")));
    }

    @PostMapping("/withdrawal")
    Tracking.TrackedApplication withdrawal(@RequestBody CitizenRequest request) {
        steps.withdraw(request.givenNumber(), request.givenCode(), request.reason());
        return track(request.givenNumber(), request.givenCode());
    }

    @PostMapping("/reopening")
    Tracking.TrackedApplication reopening(@RequestBody CitizenRequest request) {
        steps.reopen(request.givenNumber(), request.givenCode(), request.reason());
        return track(request.givenNumber(), request.givenCode());
    }

    @PostMapping("/completion")
    Tracking.TrackedApplication completion(@RequestBody CompletionRequest request) {
        String number = request.number() == null ? "" : request.number();
        String code = request.code() == null ? "" : request.code();
        steps.complete(number, code, request.text());
        return track(number, code);
    }

    @PostMapping("/receipt")
    Tracking.TrackedApplication receipt(@RequestBody ReceiptRequest request) {
        String number = request.number() == null ? "" : request.number();
        String code = request.code() == null ? "" : request.code();
        steps.submitReceipt(number, code, request.paidOn(), request.receipt());
        return track(number, code);
    }

    @PostMapping("/recourse")
    Tracking.TrackedApplication recourse(@RequestBody RecourseRequest request) {
        String number = request.number() == null ? "" : request.number();
        String code = request.code() == null ? "" : request.code();
        steps.recourse(number, code, request.ground(), request.text());
        return track(number, code);
    }
}
