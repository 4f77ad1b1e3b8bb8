package tr.muhatap.access;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInPage {

    @GetMapping("/giris")
    String show() {
        return "access/giris";
    }
}
