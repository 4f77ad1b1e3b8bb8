package tr.muhatap.access;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInPage {

    private final Oidc oidc;

    SignInPage(Oidc oidc) {
        this.oidc = oidc;
    }

    @GetMapping("/giris")
    String show(Model model) {
        model.addAttribute("sunucular", oidc.servers());
        return "access/giris";
    }
}
