package tr.muhatap.retention;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.BasvuruView;

/** What keeps the personal data of an application beyond their period. */
@RestController
@RequestMapping("/api/v1/basvurular/{number}")
class HoldController {

    private final Holds holds;
    private final BasvuruRegister register;

    HoldController(Holds holds, BasvuruRegister register) {
        this.holds = holds;
        this.register = register;
    }

    /** @param reason at most 2,000 characters */
    record HoldReason(@Nullable String reason) {}

    @PostMapping("/legal-hold")
    BasvuruView hold(@PathVariable String number, @RequestBody HoldReason request) {
        holds.hold(number, request.reason());
        return BasvuruView.of(register.get(number));
    }

    @PostMapping("/legal-hold-lifting")
    BasvuruView lift(@PathVariable String number, @RequestBody HoldReason request) {
        holds.lift(number, request.reason());
        return BasvuruView.of(register.get(number));
    }
}
