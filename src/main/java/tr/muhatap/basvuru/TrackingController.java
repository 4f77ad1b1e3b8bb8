package tr.muhatap.basvuru;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.problem.NotFoundException;

/** Tracking over the API, for citizens with number and code. */
@RestController
@RequestMapping("/api/v1/takip")
class TrackingController {

    private final Tracking tracking;

    TrackingController(Tracking tracking) {
        this.tracking = tracking;
    }

    @GetMapping
    Tracking.View track(@RequestParam String number, @RequestParam String code) {
        return tracking.track(number, code)
                .orElseThrow(() -> new NotFoundException("Bu numara ve takip koduyla bir başvuru bulunamadı."));
    }
}
