package tr.muhatap.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tr.muhatap.attachment.Attachment;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.basvuru.PersonalDataLog;
import tr.muhatap.notification.Message;
import tr.muhatap.notification.Messages;
import tr.muhatap.notification.OutgoingText;
import tr.muhatap.notification.Purpose;
import tr.muhatap.notification.Threads;

/** Sent messages, and those to be delivered by hand. */
@Controller
class MessagePages {

    private final Messages messages;
    private final PersonalDataLog personalDataLog;
    private final Attachments attachments;

    MessagePages(Messages messages, PersonalDataLog personalDataLog, Attachments attachments) {
        this.attachments = attachments;
        this.messages = messages;
        this.personalDataLog = personalDataLog;
    }

    @GetMapping("/teslim")
    String toBringByHand(Model model) {
        var toBring = messages.toBringByHand();
        toBring.stream()
                .flatMap(message -> Stream.ofNullable(message.number()))
                .forEach(number -> personalDataLog.viewed(number, "teslim"));
        model.addAttribute("bildirimler", toBring);
        model.addAttribute("ekler", filesOf(toBring));
        return "portal/teslim";
    }

    /** Files of the answers, by message. */
    private Map<Long, List<Attachment>> filesOf(List<Message> toBring) {
        var files = new HashMap<Long, List<Attachment>>();
        for (var message : toBring) {
            String number = message.number();
            if (message.purpose() == Purpose.CEVAP && number != null) {
                files.put(message.id(), attachments.filesOfAnswer(number));
            }
        }
        return files;
    }

    @PostMapping("/teslim/{id}")
    String tickOff(@PathVariable long id) {
        messages.tickOff(id);
        return "redirect:/teslim";
    }

    /** The demonstration's mailbox. */
    @Controller
    @Profile("demo")
    static class DemoMailbox {

        private static final int PAGE_SIZE = 50;

        private final Messages messages;
        private final OutgoingText outgoing;
        private final Threads threads;

        DemoMailbox(Messages messages, OutgoingText outgoing, Threads threads) {
            this.threads = threads;
            this.messages = messages;
            this.outgoing = outgoing;
        }

        @GetMapping("/demo/posta")
        String show(
                @RequestParam(defaultValue = "0") int page,
                @RequestParam(required = false) @Nullable Long cevap,
                Model model) {
            model.addAttribute(
                    "yanitlanan", cevap == null ? null : threads.message(cevap).orElse(null));
            int shown = Math.max(page, 0);
            long total = messages.count();
            model.addAttribute(
                    "bildirimler",
                    messages.newest(shown, PAGE_SIZE).stream()
                            .map(outgoing::filled)
                            .toList());
            model.addAttribute("toplam", total);
            model.addAttribute("sayfa", shown);
            model.addAttribute("devam", (shown + 1L) * PAGE_SIZE < total);
            return "portal/posta";
        }
    }
}
