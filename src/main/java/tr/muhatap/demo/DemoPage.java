package tr.muhatap.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.portal.DemoDesk;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Texts;

/** The demonstration's clock and users on the start page. */
@Controller
@Profile("demo")
class DemoPage implements DemoDesk {

    private static final String START = "redirect:/#zaman";

    private final DemoClock clock;
    private final DemoReset reset;

    DemoPage(DemoClock clock, DemoReset reset) {
        this.clock = clock;
        this.reset = reset;
    }

    /**
     * @param by ISO 8601 duration or a number of days
     */
    @PostMapping("/demo/saat")
    String advance(@RequestParam(defaultValue = "") String by, RedirectAttributes redirect) {
        try {
            clock.advance(DemoController.Advance.typed(by).duration());
            redirect.addFlashAttribute("oldu", Texts.of("demo.demo-page.zaman-ileri-alindi-zamani-gelen"));
        } catch (InvalidInputException faulty) {
            redirect.addFlashAttribute(
                    "hatalar",
                    Map.of(
                            "by",
                            faulty.errors().stream().map(FieldError::message).collect(Collectors.joining(" "))));
            redirect.addFlashAttribute("saatGirilen", by);
            // With a fragment in the address, browsers ignore autofocus
            return "redirect:/";
        }
        return START;
    }

    @PostMapping("/demo/sifirla")
    String backToTheBeginning(RedirectAttributes redirect) {
        reset.reset();
        redirect.addFlashAttribute("oldu", Texts.of("demo.demo-page.tanitim-baslangicina-dondu-zaman-gercek"));
        return START;
    }

    @Override
    public List<Person> people() {
        return DemoUsers.ALL.stream()
                .map(person -> new Person(person.id(), person.firstName() + " " + person.lastName(), person.work()))
                .toList();
    }

    @Override
    public String password() {
        return DemoUsers.PASSWORD;
    }
}
