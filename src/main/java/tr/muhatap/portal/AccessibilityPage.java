package tr.muhatap.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The statement of accessibility that circular 2025/10 asks of public bodies. */
@Controller
class AccessibilityPage {

    private final List<String> contact;

    AccessibilityPage(@Value("${muhatap.accessibility.contact:}") @Nullable List<String> contact) {
        this.contact = contact == null ? List.of() : contact;
    }

    @GetMapping("/erisilebilirlik")
    String statement(Model model) {
        model.addAttribute("iletisim", contact);
        return "portal/erisilebilirlik";
    }
}
