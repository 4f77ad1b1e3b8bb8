package tr.muhatap.takip;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoint that issues a new tracking code for the citizen. */
@RestController
@RequestMapping("/api/v1/basvurular/{number}")
class TrackingCodeController {

    private final CodeIssues codes;

    TrackingCodeController(CodeIssues codes) {
        this.codes = codes;
    }

    record IssuedCode(String number, String trackingCode) {}

    @PostMapping("/tracking-code")
    IssuedCode trackingCode(@PathVariable String number) {
        return new IssuedCode(number, codes.renew(number));
    }
}
