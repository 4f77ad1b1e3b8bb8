package tr.muhatap.takip;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Issues a new tracking code for the citizen. */
@RestController
@RequestMapping("/api/v1/basvurular/{number}")
@Tag(name = "Kanuni işlemler")
class TrackingCodeController {

    private final CodeIssues codes;

    TrackingCodeController(CodeIssues codes) {
        this.codes = codes;
    }

    record IssuedCode(String number, String trackingCode) {}

    @PostMapping("/tracking-code")
    @Operation(
            summary =
                    "Başvuru sahibine yeni takip kodu; önceki kod geçersiz olur, yeni kod yalnızca bu cevapta ve başvuru sahibine gönderilen bildirimde yazar")
    IssuedCode trackingCode(@PathVariable String number) {
        return new IssuedCode(number, codes.renew(number));
    }
}
