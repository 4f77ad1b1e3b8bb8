package tr.muhatap.audit;

import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.audit.Verifications.Verification;
import tr.muhatap.text.Texts;

/** REST endpoint that verifies the history against its log. */
@RestController
class VerificationController {

    private final Verifications verifications;
    private final CurrentUser currentUser;

    VerificationController(Verifications verifications, CurrentUser currentUser) {
        this.verifications = verifications;
        this.currentUser = currentUser;
    }

    @GetMapping("/api/v1/audit/verification")
    Verification verification(@RequestParam(defaultValue = "false") boolean whole) throws IOException {
        if (!currentUser.isIn(Groups.SUREC_SAHIBI, Groups.DENETCI, Groups.CAMUNDA_ADMIN)) {
            throw new AccessDeniedException(Texts.of("audit.verification-controller.kayit-zincirini-surec-sahibi-ve"));
        }
        return verifications.run(whole);
    }
}
