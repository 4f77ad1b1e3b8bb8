package tr.muhatap.portal;

import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.basvuru.Notes;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;

/** The office's own notes beside an application's file. */
@Controller
class NotePages {

    private final Notes notes;

    NotePages(Notes notes) {
        this.notes = notes;
    }

    @PostMapping("/dosya/{number}/not")
    String add(@PathVariable String number, @RequestParam(defaultValue = "") String text, RedirectAttributes told) {
        try {
            notes.add(number, text);
        } catch (InvalidInputException faulty) {
            told.addFlashAttribute(
                    "notHatasi",
                    faulty.errors().stream().map(FieldError::message).collect(Collectors.joining(" ")));
            told.addFlashAttribute("girilenNot", text);
        }
        return "redirect:/dosya/" + number + "#notlar";
    }
}
