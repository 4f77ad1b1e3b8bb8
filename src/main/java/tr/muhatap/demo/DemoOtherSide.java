package tr.muhatap.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.intake.cagri.CallEvents;
import tr.muhatap.text.Days;
import tr.muhatap.text.Texts;

/** Simulates external systems in the demonstration: CİMER exports a list, a caller of ALO 153 hangs up. */
@Controller
@Profile("demo")
class DemoOtherSide {

    private static final String PAGE = "redirect:/demo/posta";
    private static final String SYSTEM = "alotech";
    private static final String CALLER = "05321112233";

    private final CallEvents calls;
    private final Clock clock;
    private final AtomicReference<String> call = new AtomicReference<>("");

    DemoOtherSide(CallEvents calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** Yesterday's list in the format of CİMER's export, with one faulty row. */
    @GetMapping("/demo/liste")
    ResponseEntity<byte[]> list() {
        var yesterday =
                LocalDate.ofInstant(clock.instant(), OfficeClock.ISTANBUL).minusDays(1);
        String key = yesterday.toString().replace("-", "");
        String list = "\uFEFF" + Texts.of("demo.other-side.liste", Days.written(yesterday), key);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"cimer-" + key + ".csv\"")
                .cacheControl(CacheControl.noStore())
                .body(list.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/demo/cagri")
    String ring(RedirectAttributes shown) {
        Instant now = clock.instant();
        call.set("demo-" + now.toEpochMilli());
        calls.take(SYSTEM, Map.of("call_id", call.get(), "caller_id", CALLER));
        shown.addFlashAttribute("oldu", Texts.of("demo.other-side.caliyor"));
        return PAGE;
    }

    @PostMapping("/demo/cagri/bitir")
    String hangUp(RedirectAttributes shown) {
        String ringing = call.getAndSet("");
        if (!ringing.isEmpty()) {
            calls.take(SYSTEM, Map.of("call_id", ringing, "caller_id", CALLER, "duration", "60"));
            shown.addFlashAttribute("oldu", Texts.of("demo.other-side.bitti"));
        }
        return PAGE;
    }
}
