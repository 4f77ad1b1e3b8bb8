package tr.muhatap.intake.posta;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.attachment.Upload;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.PersonalDataLog;
import tr.muhatap.channel.Channel;
import tr.muhatap.intake.Intake;
import tr.muhatap.intake.SubmissionRequest.ApplicantRequest;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Check;
import tr.muhatap.text.Digits;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;

/** Work of Halkla İlişkiler on mails that could not be processed automatically. Every access is logged. */
@Service
public class MailDesk {

    /** Name of the form field with a clerk's reason. */
    public static final String NOTE = "note";

    private static final String PLACE = Texts.of("intake.mail-desk.posta-kutusu");
    private static final int LONGEST_NOTE = 500;
    private static final int PAGE = 25;
    private static final MailHead UNKNOWN = new MailHead("", "", "");

    private final MailStore mails;
    private final MailReplies replies;
    private final MailboxSettings settings;
    private final Intake intake;
    private final Attachments attachments;
    private final BasvuruRegister register;
    private final PersonalDataLog personalDataLog;
    private final CurrentUser currentUser;
    private final ObjectMapper json;

    MailDesk(
            MailStore mails,
            MailReplies replies,
            MailboxSettings settings,
            Intake intake,
            Attachments attachments,
            BasvuruRegister register,
            PersonalDataLog personalDataLog,
            CurrentUser currentUser,
            ObjectMapper json) {
        this.mails = mails;
        this.replies = replies;
        this.settings = settings;
        this.intake = intake;
        this.attachments = attachments;
        this.register = register;
        this.personalDataLog = personalDataLog;
        this.currentUser = currentUser;
        this.json = json;
    }

    /** Filter of a list of mails. */
    public enum Choice {
        BEKLEYEN(Texts.of("intake.mail-desk.bekleyen"), false, MailState.BEKLIYOR),
        OTOMATIK(Texts.of("intake.mail-desk.otomatik-iletiler"), true, MailState.OTOMATIK, MailState.GERI_DONEN),
        BITEN(
                Texts.of("intake.mail-desk.isleme-alinan"),
                true,
                MailState.KAYDEDILDI,
                MailState.EKLENDI,
                MailState.KENARA_ALINDI);

        private final String label;
        private final boolean newestFirst;
        private final List<MailState> states;

        Choice(String label, boolean newestFirst, MailState... states) {
            this.label = label;
            this.newestFirst = newestFirst;
            this.states = List.of(states);
        }

        public String label() {
            return label;
        }
    }

    /**
     * A mail in a list.
     *
     * @param name empty if missing, like {@code email} and {@code subject}
     */
    public record Entry(
            long id,
            String mailbox,
            Instant receivedAt,
            MailState state,
            @Nullable Waiting why,
            @Nullable String number,
            String name,
            String email,
            String subject,
            @Nullable String decidedBy,
            @Nullable String note) {

        /** Whether it still has to be processed. */
        public boolean isOpen() {
            return state == MailState.BEKLIYOR || state == MailState.OTOMATIK;
        }
    }

    /** An attachment of a mail. */
    public record File(int index, String name, long size) {}

    /**
     * A mail for a clerk, as plain text.
     *
     * @param kept false if its content has been deleted
     */
    public record Mail(Entry entry, boolean kept, String text, List<File> files, Set<Waiting> faults, Draft draft) {}

    /** Initial values of the application form. */
    public record Draft(
            String channel,
            String kind,
            String subject,
            String firstName,
            String lastName,
            @Nullable String nationalId,
            String email) {}

    /**
     * A clerk's input to register an application from a mail, not validated.
     *
     * @param files indexes of the attachments to include
     */
    public record Typed(
            @Nullable String channel,
            @Nullable String kind,
            @Nullable String topic,
            @Nullable String subject,
            @Nullable String text,
            ApplicantRequest applicant,
            Set<Integer> files) {}

    /** A page of mails, plus one if another page follows. */
    public List<Entry> list(Choice choice, int page) {
        requireDesk();
        var entries = mails.list(choice.states, choice.newestFirst, Math.max(page, 0), PAGE + 1).stream()
                .map(this::entry)
                .toList();
        personalDataLog.viewed(
                entries.stream().limit(PAGE).map(MailDesk::nameInLog).distinct().toList(),
                Texts.of("intake.mail-desk.liste", PLACE));
        return entries;
    }

    /** Maximum number of mails on a page. */
    public static int pageSize() {
        return PAGE;
    }

    /** Whether any mailbox is configured. */
    public boolean isOn() {
        return !settings.boxes().isEmpty();
    }

    /** @throws NotFoundException if there is none */
    public Mail open(long id) {
        var row = row(id);
        var entry = entry(row);
        personalDataLog.viewed(nameInLog(entry), PLACE);
        var raw = mails.raw(id).orElse(null);
        if (raw == null) {
            return new Mail(entry, false, "", List.of(), Set.of(), draft(row, null));
        }
        var mail = MailParser.parse(raw, row.whole());
        var files = IntStream.range(0, mail.files().size())
                .mapToObj(index -> new File(
                        index,
                        mail.files().get(index).name(),
                        mail.files().get(index).size()))
                .toList();
        return new Mail(entry, true, mail.text(), files, mail.faults(), draft(row, mail));
    }

    /** The original mail, as a download. */
    public byte[] raw(long id) {
        personalDataLog.viewed(nameInLog(entry(row(id))), Texts.of("intake.mail-desk.ozgun-e-posta", PLACE));
        return mails.raw(id)
                .orElseThrow(() -> new NotFoundException(Texts.of("intake.mail-desk.bu-e-postanin-kendisi-artik")));
    }

    /**
     * Registers an application from a mail.
     *
     * @return its number
     * @throws InvalidInputException naming every faulty field and refused file
     * @throws RuleViolationException if another user was faster
     */
    public String register(long id, Typed typed) {
        var row = openRow(id);
        var channel = Channel.find(typed.channel())
                .filter(Channel::isOnOwnPage)
                .orElseThrow(() -> new InvalidInputException("channel", Texts.of("intake.mail-desk.kanali-secin")));
        var uploads = new ArrayList<Upload>();
        var parsed = mails.raw(id).map(raw -> MailParser.parse(raw, row.whole()));
        requireDigitsOrSender(typed, parsed.map(IncomingMail::from).orElse(null));
        parsed.ifPresent(mail -> typed.files().stream()
                .filter(index -> index >= 0 && index < mail.files().size())
                .sorted()
                .forEach(index -> uploads.add(mail.files().get(index))));
        var accepted = attachments.accept(uploads);
        var request = MailApplications.request(
                channel,
                row.fingerprint(),
                row.receivedAt(),
                typed.kind(),
                typed.topic(),
                typed.subject(),
                typed.text(),
                typed.applicant());
        return intake.takeFromCitizen(request, basvuru -> {
                    attachments.addFromCitizen(basvuru.number(), accepted);
                    mails.settle(id, decided(MailState.KAYDEDILDI, basvuru.number(), null));
                })
                .basvuru()
                .number();
    }

    /**
     * Without a phone or a T.C. kimlik no the link alone confirms an address, which therefore has to be the sender's.
     */
    private static void requireDigitsOrSender(Typed typed, IncomingMail.@Nullable Sender from) {
        var applicant = typed.applicant();
        String email = applicant.email();
        if (email == null || email.isBlank() || !isBlank(applicant.phone()) || !isBlank(applicant.nationalId())) {
            return;
        }
        if (from == null || !from.email().equalsIgnoreCase(PlainText.stripped(email))) {
            throw new InvalidInputException(
                    "applicant.email", Texts.of("intake.mail-desk.baska-adres-icin-telefon-veya-kimlik"));
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /**
     * Adds a mail to an open application, see {@link MailReplies#join}.
     *
     * @throws InvalidInputException if there is no such open application, or it cannot take the mail
     */
    public void join(long id, @Nullable String typed) {
        var row = openRow(id);
        String number = typed == null ? "" : Digits.applicationNumber(typed);
        if (register.find(number).isEmpty()) {
            throw new InvalidInputException("number", Texts.of("intake.mail-desk.bu-numarayla-bir-basvuru-yok"));
        }
        if (!register.isOpen(number)) {
            throw new InvalidInputException("number", Texts.of("intake.mail-desk.bu-basvuru-kapanmis-eklemek-icin"));
        }
        var raw = mails.raw(id)
                .orElseThrow(() -> new NotFoundException(Texts.of("intake.mail-desk.bu-e-postanin-kendisi-artik")));
        replies.join(
                MailParser.parse(raw, row.whole()),
                number,
                joined -> mails.settle(id, decided(MailState.EKLENDI, joined, null)));
    }

    /** @throws InvalidInputException if no reason is given */
    public void setAside(long id, @Nullable String reason) {
        var row = openRow(id);
        var check = new Check();
        String note = check.text(
                NOTE,
                reason,
                LONGEST_NOTE,
                new Check.Wording(
                        Texts.of("intake.mail-desk.neden-kenara-aldiginizi-yazin"),
                        Texts.of("intake.mail-desk.gerekce-en-cok-karakter-olabilir"),
                        Texts.of("intake.mail-desk.gerekcede-gorunmeyen-karakter-sekme-vb")));
        check.done();
        mails.settle(id, decided(MailState.KENARA_ALINDI, row.number(), Check.given(note)));
    }

    private Verdict decided(MailState state, @Nullable String number, @Nullable String note) {
        return new Verdict(state, null, number, currentUser.name(), note);
    }

    private MailStore.Row openRow(long id) {
        var row = row(id);
        if (!entry(row).isOpen()) {
            throw new RuleViolationException(MailRefusal.E_POSTA_ISLENMIS, Texts.of("intake.ret.e-posta-islenmis"));
        }
        return row;
    }

    private MailStore.Row row(long id) {
        requireDesk();
        return mails.find(id)
                .filter(row -> row.state() != MailState.ALINDI)
                .orElseThrow(() -> new NotFoundException(Texts.of("intake.mail-desk.boyle-bir-e-posta-yok")));
    }

    private void requireDesk() {
        if (!currentUser.isIn(Groups.HALKLA_ILISKILER, Groups.CAMUNDA_ADMIN)) {
            throw new AccessDeniedException(Texts.of("intake.mail-desk.gelen-e-postalara-yalnizca-halkla"));
        }
    }

    private Entry entry(MailStore.Row row) {
        var head = head(row.head());
        return new Entry(
                row.id(),
                row.mailbox(),
                row.receivedAt(),
                row.state(),
                row.why(),
                row.number(),
                head.name(),
                head.email(),
                head.subject(),
                row.decidedBy(),
                row.note());
    }

    private MailHead head(byte @Nullable [] written) {
        if (written == null) {
            return UNKNOWN;
        }
        try {
            return json.readValue(written, MailHead.class);
        } catch (IOException e) {
            throw new IllegalStateException("A mail's head cannot be read", e);
        }
    }

    private Draft draft(MailStore.Row row, @Nullable IncomingMail mail) {
        var box = settings.boxes().get(row.mailbox());
        var channel = box == null ? Channel.ofOwnPage(false) : box.channel();
        String kind = MailApplications.kind(channel).name();
        if (mail == null) {
            return new Draft(channel.name(), kind, "", "", "", null, "");
        }
        var from = mail.from();
        var name = from == null ? null : MailApplications.name(from.name()).orElse(null);
        return new Draft(
                channel.name(),
                kind,
                MailApplications.subject(mail),
                name == null ? "" : name.first(),
                name == null ? "" : name.last(),
                MailApplications.nationalId(mail.text()).orElse(null),
                from == null ? "" : from.email());
    }

    /** Name of the mail in the access log if it belongs to no application. */
    private static String nameInLog(Entry entry) {
        return Objects.requireNonNullElse(entry.number(), "posta-" + entry.id());
    }
}
