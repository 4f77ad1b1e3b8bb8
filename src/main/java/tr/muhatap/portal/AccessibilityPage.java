package tr.muhatap.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The accessibility statement required by circular 2025/10. */
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
