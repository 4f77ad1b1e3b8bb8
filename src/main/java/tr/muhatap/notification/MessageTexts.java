package tr.muhatap.notification;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.SentAnswers;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.letter.GroundWords;
import tr.muhatap.letter.Remedies;

/** Writes the messages: the words stand in {@code templates/mesaj}, a text for each purpose and one HTML frame. */
@Component
class MessageTexts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final TemplateEngine templates;
    private final NotificationSettings settings;
    private final ConfirmedContacts contacts;
    private final SentAnswers sentAnswers;
    private final Remedies remedies;

    MessageTexts(
            TemplateEngine templates,
            NotificationSettings settings,
            SentAnswers sentAnswers,
            Remedies remedies,
            ConfirmedContacts contacts) {
        this.contacts = contacts;
        this.remedies = remedies;
        this.templates = templates;
        this.settings = settings;
        this.sentAnswers = sentAnswers;
    }

    String subject(Purpose purpose, Basvuru basvuru) {
        return purpose.label() + ": " + basvuru.number();
    }

    /**
     * @param facts facts of the purpose's template in addition to the application itself
     */
    String body(Purpose purpose, Basvuru basvuru, Map<String, ?> facts) {
        var context = new Context();
        context.setVariable("basvuru", basvuru);
        var outcome = basvuru.outcome();
        var answer = sentAnswers.current(basvuru);
        context.setVariable("sonGun", DAY.format(basvuru.deadline().lastDay()));
        context.setVariable("gelis", DAY.format(basvuru.receivedAt().atZone(OfficeClock.ISTANBUL)));
        context.setVariable("cevap", answer == null ? "" : answer.text());
        context.setVariable(
                "cevapSonucu", answer == null ? "" : answer.outcome().label());
        GroundWords.of(answer).forEach(context::setVariable);
        remedies.words(basvuru).forEach(context::setVariable);
        context.setVariable("bilgiEdinme", basvuru.isInformationRequest());
        context.setVariable("sonuc", outcome == null ? "" : outcome.name());
        context.setVariable("sonucAdi", outcome == null ? "" : outcome.label());
        context.setVariable("ek", "");
        context.setVariable("takip", settings.baseUrl() + "/takip");
        context.setVariable("kime", basvuru.applicant().displayName());
        context.setVariable("numara", basvuru.number());
        context.setVariable("ana", "");
        context.setVariable("devredildi", false);
        facts.forEach(context::setVariable);
        return templates.process("mesaj/" + purpose.template(), context).strip() + "\n";
    }

    /** The same as it may go to a destination: an address that nobody confirmed gets a number and a link. */
    String bodyFor(Destination destination, Purpose purpose, Basvuru basvuru, Map<String, ?> facts) {
        return isUnconfirmed(destination, purpose, basvuru)
                ? unconfirmed(purpose, basvuru, false)
                : body(purpose, basvuru, facts);
    }

    private boolean isUnconfirmed(Destination destination, Purpose purpose, Basvuru basvuru) {
        return destination.medium().isBySystem() && !purpose.isForStaff() && !contacts.isConfirmed(basvuru);
    }

    /** Asks to confirm the address first, to which a new tracking code follows. */
    String codeRequest(Basvuru basvuru) {
        return unconfirmed(Purpose.TAKIP_KODU, basvuru, true);
    }

    private String unconfirmed(Purpose purpose, Basvuru basvuru, boolean codeRequested) {
        var context = new Context();
        context.setVariable("basvuru", basvuru);
        context.setVariable("kayit", purpose == Purpose.KAYIT);
        context.setVariable("istendi", codeRequested);
        context.setVariable("kodsuz", ConfirmedContacts.knowsNoCode(basvuru));
        context.setVariable("takip", settings.baseUrl() + "/takip");
        context.setVariable("baglanti", contacts.link(basvuru));
        context.setVariable("birimimize", remedies.officeDative());
        return templates.process("mesaj/dogrulanmamis.txt", context).strip() + "\n";
    }

    /** The answer to another application about the same matter, as it is sent to the applicant of a duplicate. */
    String answerToDuplicate(Destination destination, Basvuru duplicate, Basvuru main) {
        if (isUnconfirmed(destination, Purpose.CEVAP, duplicate)) {
            return unconfirmed(Purpose.CEVAP, duplicate, false);
        }
        return body(
                Purpose.CEVAP,
                main,
                Map.of(
                        "kime",
                        duplicate.applicant().displayName(),
                        "numara",
                        duplicate.number(),
                        "ana",
                        main.number()));
    }

    /** What stands in a digest, one line for each application. */
    String digest(Map<String, Object> facts) {
        var context = new Context();
        facts.forEach(context::setVariable);
        context.setVariable("adres", settings.baseUrl() + "/camunda/app/tasklist/");
        return templates.process("mesaj/" + Purpose.OZET.template(), context).strip() + "\n";
    }

    /** What whoever is asked by a link reads. */
    String inquiry(Purpose purpose, Map<String, Object> facts) {
        var context = new Context();
        facts.forEach(context::setVariable);
        context.setVariable("birimimiz", remedies.office());
        return templates.process("mesaj/" + purpose.template(), context).strip() + "\n";
    }

    /** The notice to the former address of a member of staff. */
    String addressChanged(String user) {
        var context = new Context();
        context.setVariable("kullanici", user);
        return templates
                        .process("mesaj/" + Purpose.ADRES_DEGISTI.template(), context)
                        .strip() + "\n";
    }
}
