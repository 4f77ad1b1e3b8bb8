package tr.muhatap.portal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.basvuru.StaffTasks.Task;
import tr.muhatap.basvuru.StaffTasks.TaskKind;
import tr.muhatap.dosya.NextTask;
import tr.muhatap.dosya.Workplace;
import tr.muhatap.text.Texts;

/** Leads from task to task, the most urgent first, by keyboard alone. */
@Controller
class NextTaskPages {

    static final String PAGE = "/siradaki-gorev";

    private final NextTask next;
    private final Workplace workplace;
    private final Forms forms;

    NextTaskPages(NextTask next, Workplace workplace, Forms forms) {
        this.next = next;
        this.workplace = workplace;
        this.forms = forms;
    }

    /** Shows what comes next and takes nothing: a page may be opened by anybody's link. */
    @GetMapping(PAGE)
    String show(Model model) {
        next.peek().ifPresent(task -> {
            model.addAttribute("gorev", task);
            workplace.cards(List.of(task.number())).stream()
                    .findFirst()
                    .ifPresent(card -> model.addAttribute("kart", card));
        });
        return "portal/siradaki-gorev";
    }

    /**
     * Takes the next task and opens it.
     *
     * @param birak number of the application whose form the user leaves; what was typed there is kept for a day
     */
    @PostMapping(PAGE)
    String take(
            @RequestParam(defaultValue = "") String birak,
            @RequestParam Map<String, String> fields,
            RedirectAttributes told) {
        if (!birak.isBlank() && FileSteps.isTyped(fields)) {
            told.addFlashAttribute("saklanan", forms.keptFor("/dosya/" + birak, "/dosya/" + birak + "/gorev"));
            told.addFlashAttribute("saklananNumara", birak);
        }
        return take(birak.isBlank() ? null : birak, told);
    }

    /** Where the next task is, or the page that says that none waits. */
    String take(@Nullable String left, RedirectAttributes told) {
        return next.take(left).map(NextTaskPages::address).orElseGet(() -> {
            told.addFlashAttribute("oldu", Texts.of("portal.next-task-pages.bekleyen-yok"));
            return "redirect:" + PAGE;
        });
    }

    /** A manager's intervention has its form in Tasklist alone. */
    private static String address(Task task) {
        return task.step() == TaskKind.MUDAHALE
                ? "redirect:/camunda/app/tasklist/default/#/?task=" + task.id()
                : "redirect:/dosya/" + task.number() + "#gorev";
    }
}
