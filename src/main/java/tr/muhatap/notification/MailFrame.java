package tr.muhatap.notification;

import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

/** HTML layout of messages. */
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
