package tr.muhatap.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.dosya.Notes;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Texts;

/** Adds internal notes to an application's file. */
@Controller
class NotePages {

    private final Notes notes;

    private final Forms forms;

    NotePages(Notes notes, Forms forms) {
        this.forms = forms;
        this.notes = notes;
    }

    @PostMapping("/dosya/{number}/not")
    String add(@PathVariable String number, @RequestParam(defaultValue = "") String text, RedirectAttributes redirect) {
        try {
            notes.add(number, text);
        } catch (InvalidInputException faulty) {
            return forms.again("/dosya/" + number, faulty);
        }
        redirect.addFlashAttribute("oldu", Texts.of("portal.note-pages.notunuz-eklendi"));
        return "redirect:/dosya/" + number + "#notlar";
    }
}
