package tr.muhatap.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tr.muhatap.channel.Channel;
import tr.muhatap.intake.cagri.CallDesk;
import tr.muhatap.intake.cagri.CallStream;

/** Ringing calls at the intake desk without loading the page again, and recordings. */
@Controller
class CallStreamPage {

    private final CallStream stream;
    private final CallDesk calls;

    CallStreamPage(CallStream stream, CallDesk calls) {
        this.stream = stream;
        this.calls = calls;
    }

    @GetMapping(path = "/kabul/akis", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter listen(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // A proxy that gathers the answer would let it ring in vain
        response.setHeader("X-Accel-Buffering", "no");
        return stream.open(session == null ? null : session.getId());
    }

    /** Where a call's recording is, for those who may listen to it. */
    @GetMapping("/cagri-kaydi/{id}")
    String recording(@PathVariable long id, Model model) {
        model.addAttribute("kayit", calls.recording(id));
        return "portal/cagri-kaydi";
    }

    @GetMapping("/kabul/arayanlar")
    String callers(Model model) {
        model.addAttribute("arayanlar", calls.ringing());
        model.addAttribute("cagriKanali", Channel.ofCalls().name());
        return "portal/kabul :: arayanlar";
    }
}
