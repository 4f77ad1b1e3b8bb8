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

/** Questions by link over the API. */
@RestController
@RequestMapping("/api/v1/basvurular/{number}/sorular")
class InquiryController {

    private final Inquiries inquiries;

    InquiryController(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    record InquiryWithdrawal(@Nullable String reason) {}

    @GetMapping
    List<Inquiry> list(@PathVariable String number) {
        return inquiries.of(number, false);
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
