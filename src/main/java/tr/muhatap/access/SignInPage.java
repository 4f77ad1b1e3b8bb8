package tr.muhatap.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tr.muhatap.text.Texts;

@Controller
class SignInPage {

    private final Oidc oidc;
    private final PageRequestCache wanted;
    private final ReturnAddresses addresses;

    SignInPage(Oidc oidc, PageRequestCache wanted, ReturnAddresses addresses) {
        this.oidc = oidc;
        this.wanted = wanted;
        this.addresses = addresses;
    }

    /** @param donus the page to return to, with query and fragment; ignored unless it is a page of ours */
    @GetMapping("/giris")
    String show(
            @RequestParam(required = false) @Nullable String donus,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String page = addresses.page(donus);
        if (page != null) {
            wanted.remember(page, request, response);
        }
        if (request.getParameter("error") != null) {
            // Do not reveal which of the two was wrong
            model.addAttribute(
                    "hatalar", Map.of("username", Texts.of("access.sign-in-page.kullanici-adi-veya-parola-yanlis")));
        } else if (request.getParameter("yeniden") != null) {
            model.addAttribute("engel", Texts.of("access.sign-in-page.sayfa-uzun-sure-acik-kaldigindan"));
        }
        model.addAttribute("donus", page);
        model.addAttribute("sunucular", oidc.servers());
        return "access/giris";
    }
}
