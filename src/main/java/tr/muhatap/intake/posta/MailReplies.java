package tr.muhatap.intake.posta;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.attachment.Upload;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.Status;
import tr.muhatap.dosya.Notes;
import tr.muhatap.notification.ConfirmedContacts;
import tr.muhatap.notification.Threads;
import tr.muhatap.steps.LegalSteps;
import tr.muhatap.steps.StepRequests;
import tr.muhatap.takip.Tracking;
import tr.muhatap.takip.TrackingCodes;
import tr.muhatap.text.Digits;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;

/**
 * Assigns replies to applications: by the Message-ID of a mail that we sent, or by number and code in the subject;
 * never by the sender's address, which is not authenticated.
 */
@Component
class MailReplies {

    private static final int LONGEST_WORDS = 4_000;
    private static final int MOST_CODES = 3;
    private static final String INTRODUCTION = Texts.of("intake.mail-replies.basvuru-sahibi-e-posta-ile");
    private static final String REST = Texts.of("intake.mail-replies.tamami-e-posta-txt-ekinde");
    private static final String ONLY_FILES = Texts.of("intake.mail-replies.belgeler-e-posta-ekinde-gonderildi");
    private static final int MOST_LOOK_UPS = 20;
    private static final Pattern MESSAGE_ID = Pattern.compile("<mesaj\\.[^<>\\s]{1,300}>");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)20\\d\\d ?[-\\u2010-\\u2015] ?\\d{6,9}(?!\\d)");
    private static final Pattern CODE = Pattern.compile(
            "(?<![A-Za-z0-9])(?:[A-HJ-NP-Za-hj-np-z2-9]{4}[- ]?){2}[A-HJ-NP-Za-hj-np-z2-9]{4}(?![A-Za-z0-9])");

    private final Threads threads;
    private final ConfirmedContacts contacts;
    private final Tracking tracking;
    private final BasvuruRegister register;
    private final LegalSteps steps;
    private final Notes notes;
    private final Attachments attachments;
    private final TransactionTemplate transaction;

    MailReplies(
            Threads threads,
            ConfirmedContacts contacts,
            Tracking tracking,
            BasvuruRegister register,
            LegalSteps steps,
            Notes notes,
            Attachments attachments,
            TransactionTemplate transaction) {
        this.threads = threads;
        this.contacts = contacts;
        this.tracking = tracking;
        this.register = register;
        this.steps = steps;
        this.notes = notes;
        this.attachments = attachments;
        this.transaction = transaction;
    }

    /** The application that a mail provably belongs to. */
    Optional<String> proven(IncomingMail mail) {
        return mail.references().stream()
                .flatMap(id -> threads.applicationOf(id).stream())
                .findFirst()
                .or(() -> named(mail).filter(number -> bearsCode(mail, number)));
    }

    private boolean bearsCode(IncomingMail mail, String number) {
        return codes(mail.subject()).stream().limit(MOST_CODES).anyMatch(code -> tracking.fits(number, code));
    }

    /**
     * Whether a mail would complete missing information although its address is not confirmed as the applicant's: an
     * address typed on the public page may belong to somebody else, who receives our mail and replies to it.
     */
    boolean completesForAStranger(IncomingMail mail, String number) {
        var basvuru = register.get(number);
        return basvuru.status() == Status.EKSIK_BEKLIYOR
                && !contacts.speaksForApplicant(basvuru)
                && !bearsCode(mail, number);
    }

    /** The application named in a subject, whoever wrote it. */
    Optional<String> named(IncomingMail mail) {
        return NUMBER.matcher(mail.subject())
                .results()
                .map(MatchResult::group)
                .map(Digits::applicationNumber)
                .filter(number -> register.find(number).isPresent())
                .findFirst();
    }

    /** The application of our mail that is quoted in the text, for servers that send no standard delivery reports. */
    Optional<String> quoted(IncomingMail mail) {
        return MESSAGE_ID
                .matcher(mail.text())
                .results()
                .limit(MOST_LOOK_UPS)
                .flatMap(id -> threads.applicationOf(id.group()).stream())
                .findFirst();
    }

    private static List<String> codes(String text) {
        return CODE.matcher(text).results().map(MatchResult::group).toList();
    }

    /**
     * Adds a mail to an open application: as completion if one is awaited, otherwise as a note; with its attachments,
     * atomically.
     *
     * @param settled executed in the same transaction
     * @throws tr.muhatap.problem.InvalidInputException if a file is refused
     * @throws tr.muhatap.problem.RuleViolationException if the application is closed
     */
    void join(IncomingMail mail, String number, Consumer<String> settled) {
        String words = own(mail.text(), number);
        var uploads = new ArrayList<>(mail.files());
        String shown = words.isEmpty() ? ONLY_FILES : words;
        int room = LONGEST_WORDS - INTRODUCTION.length() - REST.length();
        if (PlainText.isLongerThan(shown, room)) {
            shown = shown.substring(0, shown.offsetByCodePoints(0, room)) + REST;
            uploads.add(new Upload("e-posta.txt", words.getBytes(StandardCharsets.UTF_8)));
        }
        var accepted = attachments.accept(uploads);
        String text = shown;
        transaction.executeWithoutResult(tx -> {
            register.hold(number);
            if (register.get(number).status() == Status.EKSIK_BEKLIYOR) {
                steps.completeAsCitizen(number, new StepRequests.Words(text));
            } else {
                notes.addFromCitizen(number, INTRODUCTION + text);
            }
            attachments.addFromCitizen(number, accepted);
            settled.accept(number);
        });
    }

    /** The new text, without quotations and without the tracking code that our mails contain. */
    private String own(String text, String number) {
        String own = text.lines().filter(line -> !line.startsWith(">")).collect(Collectors.joining("\n"));
        String bare = PlainText.stripped(own);
        for (var code : codes(bare).stream().distinct().limit(MOST_LOOK_UPS).toList()) {
            if (tracking.fits(number, code)) {
                bare = bare.replace(code, TrackingCodes.PLACEHOLDER);
            }
        }
        return bare;
    }
}
