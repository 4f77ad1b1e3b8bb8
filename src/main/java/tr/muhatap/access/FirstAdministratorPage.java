package tr.muhatap.access;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where the first administrator is made; not there once there is a user. */
@Controller
@Profile("production")
@RequestMapping("/kurulum")
class FirstAdministratorPage {

    private final FirstAdministrator administrator;

    FirstAdministratorPage(FirstAdministrator administrator) {
        this.administrator = administrator;
    }

    @GetMapping
    String show() {
        requireWanted();
        return "access/kurulum";
    }

    @PostMapping
    String create(
            @RequestParam("kod") String token,
            @RequestParam("ad") String name,
            @RequestParam("parola") String password,
            Model model) {
        requireWanted();
        String fault = fault(name, password);
        if (fault == null && !administrator.create(token.strip(), name, password)) {
            fault = "Kod yanlış ya da artık geçerli değil.";
        }
        if (fault == null) {
            return "redirect:/giris";
        }
        model.addAttribute("hata", fault);
        return "access/kurulum";
    }

    private static @org.jspecify.annotations.Nullable String fault(String name, String password) {
        String fault = UserNames.fault(name);
        return fault != null ? fault : PasswordRule.fault(password, name);
    }

    private void requireWanted() {
        if (!administrator.isWanted()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
