package tr.muhatap.demo;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Texts;

/** Pages of the demonstration's mailbox: write as a citizen, or return a message as a bounce. */
@Controller
@Profile("demo")
class DemoPostPage {

    private static final String PAGE = "redirect:/demo/posta";

    private final DemoPost post;

    DemoPostPage(DemoPost post) {
        this.post = post;
    }

    @PostMapping("/demo/posta/gonder")
    String write(
            @RequestParam(defaultValue = "") String box,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable Long answered,
            RedirectAttributes redirect) {
        try {
            post.write(new DemoPost.Typed(box, name, email, subject, text, answered));
            redirect.addFlashAttribute("oldu", Texts.of("demo.demo-post-page.e-posta-gonderildi-birkac-saniye"));
        } catch (InvalidInputException faulty) {
            redirect.addFlashAttribute(
                    "hatalar",
                    faulty.errors().stream()
                            .collect(Collectors.toMap(
                                    FieldError::field, FieldError::message, (first, further) -> first)));
            redirect.addFlashAttribute(
                    "girilen", Map.of("box", box, "name", name, "email", email, "subject", subject, "text", text));
        }
        return PAGE;
    }

    @PostMapping("/demo/posta/{id}/geri-don")
    String sendBack(@PathVariable long id, RedirectAttributes redirect) {
        post.sendBack(id);
        redirect.addFlashAttribute("oldu", Texts.of("demo.demo-post-page.bildirim-geri-dondu-birkac-saniye"));
        return PAGE;
    }
}
