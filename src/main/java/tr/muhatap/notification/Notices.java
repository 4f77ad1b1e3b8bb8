package tr.muhatap.notification;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.access.StaffAddressChanged;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.MuracaatPlace;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.ServedPaper;
import tr.muhatap.basvuru.ServiceWay;
import tr.muhatap.letter.FeeWords;
import tr.muhatap.letter.Remedies;

/**
 * Writes all messages except the answer, in the transaction of the event: receipt, notices required by law, closing
 * without an answer, a manager's reminder. The {@link Dispatcher} sends them afterwards.
 */
@Component
class Notices {

    private static final Set<Outcome> WITHOUT_ANSWER =
            Set.of(Outcome.YONLENDIRILDI, Outcome.MUKERRER, Outcome.ISLEME_KONULMADI, Outcome.VAZGECILDI);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final BasvuruRegister register;
    private final Messages messages;
    private final MessageTexts texts;
    private final Remedies remedies;
    private final StaffDirectory staff;
    private final CodeRequests codeRequests;
    private final ApplicationEventPublisher events;

    Notices(
            BasvuruRegister register,
            Messages messages,
            MessageTexts texts,
            Remedies remedies,
            StaffDirectory staff,
            CodeRequests codeRequests,
            ApplicationEventPublisher events) {
        this.register = register;
        this.messages = messages;
        this.texts = texts;
        this.remedies = remedies;
        this.staff = staff;
        this.codeRequests = codeRequests;
        this.events = events;
    }

    @EventListener
    void receipt(BasvuruEvent.Alindi event) {
        var basvuru = register.get(event.number());
        write("kayit", Purpose.KAYIT, basvuru, Destination.ofReceipt(basvuru), Map.of());
    }

    /** Applicants who were shown no tracking code get it once their address is confirmed, others a requested new one. */
    @EventListener
    void confirmed(ConfirmedContacts.Confirmed event) {
        var basvuru = register.get(event.number());
        if (ConfirmedContacts.knowsNoCode(basvuru)) {
            write("kayit-teyit", Purpose.KAYIT, basvuru, Destination.ofReceipt(basvuru), Map.of());
        } else if (codeRequests.isWaiting(event.number())) {
            register.renewCode(event.number(), CurrentUser.CITIZEN);
        }
    }

    /** A warning, since somebody who took over the account would receive its mail unnoticed. */
    @EventListener
    void addressChanged(StaffAddressChanged event) {
        messages.add(
                "adres:" + UUID.randomUUID(),
                null,
                Purpose.ADRES_DEGISTI,
                new Destination(Medium.E_POSTA, event.former()),
                Purpose.ADRES_DEGISTI.label(),
                texts.addressChanged(event.user()),
                Message.State.BEKLIYOR);
    }

    @EventListener
    void reopened(BasvuruEvent.YenidenAcildi event) {
        var basvuru = register.get(event.number());
        write("kayit", Purpose.YENIDEN_ACMA, basvuru, Destination.ofReceipt(basvuru), Map.of("ek", event.reason()));
    }

    /** If no automatic medium is available, the clerk who issued the code passes it on. */
    @EventListener
    void codeRenewed(BasvuruEvent.TakipKoduYenilendi event) {
        var basvuru = register.get(event.number());
        var destination = Destination.ofReceipt(basvuru);
        if (destination.recipient() != null) {
            write("kod:" + event.at().toEpochMilli(), Purpose.TAKIP_KODU, basvuru, destination, Map.of());
        }
    }

    @EventListener
    void endWithoutAnswer(BasvuruEvent.Kapandi event) {
        if (WITHOUT_ANSWER.contains(event.outcome())) {
            var basvuru = register.get(event.number());
            messages.takeBack(Messages.key(basvuru, "cevap"));
            toApplicant(event, "sonuc", Purpose.SONUC, facts(event.reason()));
            String body = basvuru.forwardedTo();
            if (event.outcome() == Outcome.YONLENDIRILDI && body != null && !remedies.isForwardedToCompany(basvuru)) {
                coveringLetter(basvuru, body);
            }
            var way = Destination.ofAnswer(basvuru).serviceWay();
            if (way.hasReceipt()) {
                register.redirect(event.number(), ServedPaper.CEVAP, way);
            }
        }
    }

    /** The covering letter to the body, ticked off separately from the applicant's notice (4982 md. 7). */
    private void coveringLetter(Basvuru basvuru, String body) {
        write("ust-yazi", Purpose.UST_YAZI, basvuru, new Destination(Medium.KURUM, body), Map.of());
    }

    /** Has to reach the applicant in writing before the limit ends (4982 md. 11). */
    @EventListener
    void extension(BasvuruEvent.SureUzatildi event) {
        var basvuru = register.get(event.number());
        write(
                "uzatma",
                Purpose.SURE_UZATIMI,
                basvuru,
                event.way() == ServiceWay.ELEKTRONIK
                        ? Destination.ofUrgentNotice(basvuru)
                        : Destination.ofAnswer(basvuru),
                Map.of("uzatma", event.extensionGround().name(), "ek", event.reason()));
    }

    /** Notice of a fee (4982 md. 10). */
    @EventListener
    void fee(BasvuruEvent.UcretBildirildi event) {
        var facts = new HashMap<>(FeeWords.of(event.notice(), remedies.payAt()));
        facts.put("sonOdeme", event.payUntil() == null ? "" : DAY.format(event.payUntil()));
        toApplicant(event, "ucret", Purpose.UCRET_BILDIRIMI, facts);
    }

    /**
     * Notifies the applicant why the proof of payment was rejected, and until when it can be corrected (4982 md. 11).
     */
    @EventListener
    void receiptRefused(BasvuruEvent.OdemeBelgesiKabulEdilmedi event) {
        toApplicant(
                event,
                "odeme-belgesi:" + event.at().toEpochMilli(),
                Purpose.ODEME_BELGESI_RET,
                Map.of("ek", event.reason(), "sonOdeme", event.payUntil() == null ? "" : DAY.format(event.payUntil())));
    }

    /** A new limit runs from the payment (4982 md. 11). */
    @EventListener
    void payment(BasvuruEvent.UcretOdendi event) {
        toApplicant(event, "odeme", Purpose.UCRET_ODENDI, Map.of("odeme", DAY.format(event.paidOn())));
    }

    /** May be sent more than once. */
    @EventListener
    void incomplete(BasvuruEvent.EksikBildirildi event) {
        var facts = new HashMap<>(facts(event.reason()));
        facts.put("sonTamamlama", DAY.format(event.completeUntil()));
        toApplicant(event, "eksik:" + event.at().toEpochMilli(), Purpose.EKSIKLIK_BILDIRIMI, facts);
    }

    /** Interim answer (3071 md. 7). */
    @EventListener
    void interimAnswer(BasvuruEvent.AraCevapVerildi event) {
        toApplicant(event, "ara:" + event.at().toEpochMilli(), Purpose.ARA_CEVAP, Map.of("ek", event.text()));
    }

    @EventListener
    void recourseFiled(BasvuruEvent.MuracaatAlindi event) {
        recourseAt(event.place(), event, event.lastDay(), false);
    }

    @EventListener
    void recoursePassed(BasvuruEvent.MuracaatIkinciYere event) {
        recourseAt(MuracaatPlace.IKINCI, event, event.lastDay(), true);
    }

    private void recourseAt(MuracaatPlace place, BasvuruEvent event, LocalDate lastDay, boolean passedOn) {
        toApplicant(
                event,
                "muracaat-kaydi:" + place,
                Purpose.MURACAAT_KAYDI,
                Map.of("yer", place.name(), "sonCevap", DAY.format(lastDay), "devredildi", passedOn));
    }

    @EventListener
    void recourse(BasvuruEvent.MuracaatCevaplandi event) {
        toApplicant(
                event,
                "muracaat:" + event.place(),
                Purpose.MURACAAT_CEVABI,
                Map.of(
                        "yer",
                        event.place().name(),
                        "karar",
                        event.muracaatOutcome().name(),
                        "yol",
                        register.get(event.number())
                                .remedyFor(event.muracaatOutcome())
                                .name(),
                        "ek",
                        event.answer()));
    }

    /** Sends undelivered messages again, by the corrected contact data. */
    @EventListener
    void contactCorrected(BasvuruEvent.IletisimDuzeltildi event) {
        var basvuru = register.get(event.number());
        for (var message : messages.undelivered(event.number())) {
            boolean isReceipt = message.purpose() == Purpose.KAYIT || message.purpose() == Purpose.YENIDEN_ACMA;
            var first = isReceipt ? Destination.ofReceipt(basvuru) : Destination.ofAnswer(basvuru);
            messages.tryAgain(message.id(), first);
            var paper = message.purpose().paper();
            if (paper != null) {
                register.redirect(event.number(), paper, first.serviceWay());
            }
            if (message.key().equals(Messages.key(basvuru, "cevap"))) {
                // The previous address may have got a link only
                messages.rewrite(message.id(), texts.body(Purpose.CEVAP, basvuru, Map.of()));
            }
            if (!first.medium().isBySystem()) {
                register.messageSent(
                        event.number(),
                        message.purpose().label(),
                        first.medium().label(),
                        first.masked());
                if (message.purpose() == Purpose.CEVAP) {
                    events.publishEvent(new AnswerSettled(event.number(), true));
                }
            }
        }
    }

    /** Reminds those who have the open task, not those who have completed theirs. */
    @EventListener
    void urging(BasvuruEvent.BirimUyarildi event) {
        var basvuru = register.get(event.number());
        var atWork = staff.groupsAtWork(List.of(event.number()))
                .getOrDefault(event.number(), Set.of(Groups.HALKLA_ILISKILER));
        var addresses = atWork.stream()
                .flatMap(group -> staff.emailsOf(group).stream())
                .distinct()
                .toList();
        for (var address : addresses) {
            write(
                    "uyari:" + event.at().toEpochMilli() + ":" + Keys.of(address),
                    Purpose.UYARI,
                    basvuru,
                    new Destination(Medium.E_POSTA, address),
                    facts(event.reason()));
        }
    }

    /** Reminds those who have to answer the Board. */
    @EventListener
    void boardUrging(BasvuruEvent.KurulCevabiHatirlatildi event) {
        var basvuru = register.get(event.number());
        for (var address : staff.emailsOf(Groups.BILGI_EDINME_BIRIMI)) {
            write(
                    "kurul:" + event.at().toEpochMilli() + ":" + Keys.of(address),
                    Purpose.KURUL_UYARISI,
                    basvuru,
                    new Destination(Medium.E_POSTA, address),
                    Map.of("kurulNo", event.boardNumber()));
        }
    }

    private void toApplicant(BasvuruEvent event, String key, Purpose purpose, Map<String, ?> facts) {
        var basvuru = register.get(event.number());
        write(key, purpose, basvuru, Destination.ofAnswer(basvuru), facts);
    }

    private static Map<String, String> facts(@Nullable String reason) {
        return reason == null ? Map.of() : Map.of("ek", reason);
    }

    /** @param key distinguishes the messages of one round of an application */
    private void write(String key, Purpose purpose, Basvuru basvuru, Destination destination, Map<String, ?> facts) {
        var medium = destination.medium();
        messages.add(
                Messages.key(basvuru, key),
                basvuru.number(),
                purpose,
                destination,
                texts.subject(purpose, basvuru),
                texts.bodyFor(destination, purpose, basvuru, facts),
                Messages.stateOf(medium));
        if (!medium.isBySystem()) {
            register.messageSent(basvuru.number(), purpose.label(), medium.label(), destination.masked());
        }
    }
}
