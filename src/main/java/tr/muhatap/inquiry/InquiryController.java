package tr.muhatap.inquiry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.basvuru.PersonalDataLog;

/** Questions by link over the API. */
@RestController
@RequestMapping("/api/v1/basvurular/{number}/sorular")
class InquiryController {

    private final Inquiries inquiries;
    private final PersonalDataLog personalDataLog;

    InquiryController(Inquiries inquiries, PersonalDataLog personalDataLog) {
        this.inquiries = inquiries;
        this.personalDataLog = personalDataLog;
    }

    record InquiryWithdrawal(@Nullable String reason) {}

    @GetMapping
    List<Inquiry> list(@PathVariable String number) {
        var asked = inquiries.of(number, false);
        personalDataLog.viewed(number, "sorular");
        return asked;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Inquiries.Asked ask(@PathVariable String number, @RequestBody InquiryRequest request) {
        return inquiries.ask(number, request);
    }

    @PostMapping("/{id}/geri-al")
    Inquiry withdraw(@PathVariable String number, @PathVariable int id, @RequestBody InquiryWithdrawal request) {
        return inquiries.withdraw(number, id, request.reason());
    }
}
