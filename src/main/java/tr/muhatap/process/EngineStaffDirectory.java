package tr.muhatap.process;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import tr.muhatap.notification.StaffDirectory;

/** Staff are users of the engine; so are their addresses. */
@Component
class EngineStaffDirectory implements StaffDirectory {

    private final IdentityService identityService;

    EngineStaffDirectory(IdentityService identityService) {
        this.identityService = identityService;
    }

    @Override
    public List<String> emailsOf(String group) {
        return identityService.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getEmail)
                .filter(email -> email != null && !email.isBlank())
                .toList();
    }
}
