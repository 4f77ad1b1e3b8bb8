package tr.muhatap.notification;

import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

/** The words of a message in an HTML frame. */
@Component
class MailFrame {

    private final TemplateEngine templates;

    MailFrame(TemplateEngine templates) {
        this.templates = templates;
    }

    String html(Message message) {
        var context = new Context();
        context.setVariable("mesaj", message);
        return templates.process("mesaj/cerceve", context);
    }
}
