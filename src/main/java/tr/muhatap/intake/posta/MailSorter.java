package tr.muhatap.intake.posta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.channel.Channel;
import tr.muhatap.channel.Particular;
import tr.muhatap.intake.Intake;
import tr.muhatap.intake.SubmissionRequest;
import tr.muhatap.notification.Bounces;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.problem.TooManyRequestsException;
import tr.muhatap.takip.TrackingCodes;
import tr.muhatap.text.Texts;

/**
 * Classifies stored mails and processes them: bounces are recorded, automatic mails are set aside, replies are added to
 * their application, applications are registered; everything else waits for a clerk, with a reason.
 */
@Component
class MailSorter {

    private static final Logger LOG = LoggerFactory.getLogger(MailSorter.class);
    private static final int BATCH = 50;
    private static final int MOST_ATTEMPTS = 3;

    /** Limit per sender and day: beyond it a machine may be answering our receipts. */
    private static final long MOST_OF_A_DAY = 5;

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final MailStore mails;
    private final MailReplies replies;
    private final Bounces bounces;
    private final Intake intake;
    private final Attachments attachments;
    private final BasvuruRegister register;
    private final TrackingCodes secret;
    private final ObjectMapper json;
    private final Clock clock;

    MailSorter(
            MailStore mails,
            MailReplies replies,
            Bounces bounces,
            Intake intake,
            Attachments attachments,
            BasvuruRegister register,
            TrackingCodes secret,
            ObjectMapper json,
            Clock clock) {
        this.mails = mails;
        this.replies = replies;
        this.bounces = bounces;
        this.intake = intake;
        this.attachments = attachments;
        this.register = register;
        this.secret = secret;
        this.json = json;
        this.clock = clock;
    }

    /** Processes new mails; returns how many were settled. */
    int sortDue(MailboxSettings settings) {
        int settled = 0;
        for (var mail : mails.due(settings.boxes().keySet(), BATCH)) {
            var box = settings.boxes().get(mail.mailbox());
            // Mails of a removed mailbox are left to a clerk
            var channel = box == null ? Channel.ofOwnPage(false) : box.channel();
            if (!mails.claim(mail)) {
                continue;
            }
            if (mail.attempts() >= MOST_ATTEMPTS) {
                // It crashed the program or its thread repeatedly
                mails.settle(mail.id(), Verdict.waits(Waiting.ISLENEMEDI));
                settled++;
            } else {
                settled += sort(mail, channel) ? 1 : 0;
            }
        }
        return settled;
    }

    private boolean sort(MailStore.Stored mail, Channel channel) {
        try {
            deal(mail, channel);
            return true;
        } catch (RuleViolationException somebodyWasFaster) {
            return false;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            // A mail that cannot be processed does not block the others
            LOG.warn("Mail {} could not be dealt with, attempt {}", mail.id(), mail.attempts() + 1, failed);
            if (mail.attempts() + 1 >= MOST_ATTEMPTS) {
                mails.settle(mail.id(), Verdict.waits(Waiting.ISLENEMEDI));
                return true;
            }
            return false;
        }
    }

    /** Deletes the content of mails after their retention period. */
    void forgetOld(MailboxSettings settings) {
        mails.forget(clock.instant().minus(settings.kept()));
    }

    private void deal(MailStore.Stored stored, Channel channel) {
        var raw = mails.raw(stored.id()).orElse(null);
        if (raw == null) {
            mails.settle(stored.id(), Verdict.waits(Waiting.ISLENEMEDI));
            return;
        }
        var mail = MailParser.parse(raw, stored.whole());
        String sender = describe(stored, mail);
        if (mail.report() != null) {
            mails.settle(stored.id(), reported(mail.report()));
            return;
        }
        if (mail.automatic()) {
            mails.settle(
                    stored.id(),
                    replies.quoted(mail)
                            .map(number -> Verdict.waits(Waiting.GERI_DONEN, number))
                            .orElse(Verdict.of(MailState.OTOMATIK)));
            return;
        }
        var proven = replies.proven(mail);
        if (proven.isPresent()) {
            join(stored, mail, proven.get());
            return;
        }
        var named = replies.named(mail);
        if (named.isPresent()) {
            mails.settle(stored.id(), Verdict.waits(Waiting.NUMARA_VAR, named.get()));
            return;
        }
        register(stored, mail, channel, sender);
    }

    /** The bounced message is identified by our own Message-ID only, which nobody else can know. */
    private Verdict reported(DeliveryReport report) {
        boolean ours = false;
        if (report.failed()) {
            String why = Texts.of(
                    "intake.mail-sorter.e-posta-geri-dondu", (report.status() == null ? "" : ": " + report.status()));
            for (var id : report.messageIds()) {
                ours |= bounces.bounced(id, why);
            }
        }
        return Verdict.of(ours ? MailState.GERI_DONEN : MailState.OTOMATIK);
    }

    private void join(MailStore.Stored stored, IncomingMail mail, String number) {
        // The sender does not matter here
        var faults = EnumSet.noneOf(Waiting.class);
        faults.addAll(mail.faults());
        faults.remove(Waiting.BASKA_YANIT_ADRESI);
        if (!mail.files().isEmpty()) {
            faults.remove(Waiting.METIN_YOK);
        }
        if (!register.isOpen(number)) {
            mails.settle(stored.id(), Verdict.waits(Waiting.KAPALI_BASVURU, number));
            return;
        }
        if (!faults.isEmpty()) {
            mails.settle(stored.id(), Verdict.waits(faults.iterator().next(), number));
            return;
        }
        if (replies.completesForAStranger(mail, number)) {
            mails.settle(stored.id(), Verdict.waits(Waiting.ADRES_TEYITSIZ, number));
            return;
        }
        try {
            replies.join(mail, number, joined -> mails.settle(stored.id(), Verdict.of(MailState.EKLENDI, joined)));
        } catch (InvalidInputException | RuleViolationException refused) {
            mails.settle(stored.id(), Verdict.waits(Waiting.CEVAP_EKLENEMEDI, number));
        }
    }

    private void register(MailStore.Stored stored, IncomingMail mail, Channel channel, @Nullable String sender) {
        var name = Optional.ofNullable(mail.from()).flatMap(from -> MailApplications.name(from.name()));
        var nationalId = MailApplications.nationalId(mail.text());
        var why = whyNot(stored, mail, channel, sender, name.isPresent(), nationalId.isPresent());
        if (why != null) {
            mails.settle(stored.id(), Verdict.waits(why));
            return;
        }
        Attachments.Accepted accepted;
        try {
            accepted = attachments.accept(mail.files());
        } catch (InvalidInputException refused) {
            mails.settle(stored.id(), Verdict.waits(Waiting.EK_ALINAMADI));
            return;
        }
        try {
            intake.takeFromCitizen(request(stored, mail, channel, name.orElseThrow(), nationalId), basvuru -> {
                attachments.addFromCitizen(basvuru.number(), accepted);
                mails.settle(stored.id(), Verdict.of(MailState.KAYDEDILDI, basvuru.number()));
            });
        } catch (InvalidInputException | RuleViolationException refused) {
            mails.settle(stored.id(), Verdict.waits(Waiting.BASVURU_ALINAMADI));
        } catch (TooManyRequestsException often) {
            mails.settle(stored.id(), Verdict.waits(Waiting.COK_SIK));
        }
    }

    private @Nullable Waiting whyNot(
            MailStore.Stored stored,
            IncomingMail mail,
            Channel channel,
            @Nullable String sender,
            boolean named,
            boolean identified) {
        if (!mail.faults().isEmpty()) {
            return mail.faults().iterator().next();
        }
        if (mails.isInAnotherMailbox(stored)) {
            return Waiting.BASKA_KUTUDA;
        }
        if (!named) {
            return Waiting.AD_SOYAD_YOK;
        }
        if (channel.asks(Particular.SUBMISSION) && !identified) {
            return Waiting.KIMLIK_YOK;
        }
        if (!channel.equals(Channel.ofInformationLaw()) && MailApplications.speaksOf4982(mail)) {
            return Waiting.BILGI_EDINME;
        }
        boolean often = sender != null
                && (mails.registered(sender, clock.instant().minus(A_DAY)) >= MOST_OF_A_DAY
                        || mails.isRepeated(sender, words(mail), clock.instant().minus(A_WEEK)));
        return often ? Waiting.COK_SIK : null;
    }

    private static SubmissionRequest request(
            MailStore.Stored stored,
            IncomingMail mail,
            Channel channel,
            MailApplications.Name name,
            Optional<String> nationalId) {
        return MailApplications.request(
                channel,
                stored.fingerprint(),
                stored.receivedAt(),
                MailApplications.kind(channel).name(),
                null,
                MailApplications.subject(mail),
                mail.text(),
                MailApplications.person(
                        name,
                        channel.asks(Particular.SUBMISSION) ? nationalId.orElse(null) : null,
                        Objects.requireNonNull(mail.from()).email()));
    }

    /** Stores the columns of lists, and a hash that identifies the sender. */
    private @Nullable String describe(MailStore.Stored stored, IncomingMail mail) {
        var from = mail.from();
        String sender =
                from == null ? null : secret.opaque("posta:" + from.email().toLowerCase(Locale.ROOT));
        var head = new MailHead(from == null ? "" : from.name(), from == null ? "" : from.email(), mail.subject());
        try {
            mails.describe(stored.id(), stored.fingerprint(), json.writeValueAsBytes(head), sender, words(mail));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A mail cannot be described", e);
        }
        return sender;
    }

    private String words(IncomingMail mail) {
        return secret.opaque("posta-metni:" + mail.text());
    }
}
