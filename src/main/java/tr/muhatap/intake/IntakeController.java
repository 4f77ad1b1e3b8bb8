package tr.muhatap.intake;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.Status;
import tr.muhatap.deadline.Deadline;
import tr.muhatap.takip.TrackingCodes;

/** REST endpoint of registration. */
@RestController
@RequestMapping("/api/v1/basvurular")
class IntakeController {

    private final Intake intake;
    private final TrackingCodes codes;

    IntakeController(Intake intake, TrackingCodes codes) {
        this.intake = intake;
        this.codes = codes;
    }

    /**
     * 201 for a new application, 200 with the same body for an identical delivery; without tracking code once another
     * was issued.
     */
    @PostMapping
    ResponseEntity<Registered> register(@RequestBody SubmissionRequest request) {
        var receipt = intake.take(request);
        var body = Registered.of(receipt.basvuru(), codes.atRegistration(receipt.basvuru()));
        return receipt.isNew()
                ? ResponseEntity.created(URI.create("/api/v1/basvurular/" + body.number()))
                        .body(body)
                : ResponseEntity.ok(body);
    }

    record Registered(
            String number,
            @Nullable String trackingCode,
            Status status,
            Instant receivedAt,
            Deadline deadline,
            List<String> warnings) {

        static Registered of(Basvuru basvuru, @Nullable String trackingCode) {
            return new Registered(
                    basvuru.number(),
                    trackingCode,
                    basvuru.status(),
                    basvuru.receivedAt(),
                    basvuru.deadline(),
                    basvuru.warnings());
        }
    }
}
