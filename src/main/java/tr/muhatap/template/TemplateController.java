package tr.muhatap.template;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoint of the templates offered for an answer. */
@RestController
class TemplateController {

    private final AnswerTemplates templates;

    TemplateController(AnswerTemplates templates) {
        this.templates = templates;
    }

    @GetMapping("/api/v1/basvurular/{number}/sablonlar")
    List<AnswerTemplates.Offer> offered(@PathVariable String number) {
        return templates.offeredFor(number);
    }
}
