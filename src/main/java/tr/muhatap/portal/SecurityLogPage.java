package tr.muhatap.portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tr.muhatap.access.SecurityLog;

/** Security log for auditors: sign-ins, and changes of users, groups and passwords. */
@Controller
class SecurityLogPage {

    private static final int LAST = 10_000;

    private final SecurityLog log;

    SecurityLogPage(SecurityLog log) {
        this.log = log;
    }

    @GetMapping("/guvenlik-gunlugu")
    String show(@RequestParam(name = "sayfa", defaultValue = "0") int asked, Model model) {
        int page = Math.min(Math.max(asked, 0), LAST);
        var entries = log.page(page);
        boolean hasMore = entries.size() > SecurityLog.pageSize();
        model.addAttribute("olaylar", hasMore ? entries.subList(0, SecurityLog.pageSize()) : entries);
        model.addAttribute("onceki", page > 0 ? page - 1 : null);
        model.addAttribute("sonraki", hasMore ? page + 1 : null);
        return "portal/guvenlik-gunlugu";
    }
}
