package tr.muhatap.intake.posta;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.ApplicantType;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.Source;
import tr.muhatap.basvuru.Submission;
import tr.muhatap.channel.Channel;
import tr.muhatap.channel.Particular;
import tr.muhatap.intake.SubmissionRequest;
import tr.muhatap.intake.SubmissionRequest.ApplicantRequest;
import tr.muhatap.notification.ConfirmedContacts;
import tr.muhatap.text.IdentityNumbers;
import tr.muhatap.text.Links;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;
import tr.muhatap.text.TurkishText;

/** Translates a mail into a submission, without any decision. */
final class MailApplications {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Istanbul");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SUBJECT = 80;
    private static final String WITHOUT_SUBJECT = Texts.of("intake.mail-applications.e-posta-ile-basvuru");
    private static final int DIGITS_OF_REFERENCE = 40;
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}.'’-]*");
    private static final Pattern ELEVEN = Pattern.compile("(?<!\\d)[1-9]\\d{10}(?!\\d)");
    private static final Pattern REPLY =
            Pattern.compile("^(?:(?:re|fw|fwd|ynt|ilt|yan)\\s*:\\s*)+", Pattern.CASE_INSENSITIVE);
    private static final int MOST_WORDS = 5;

    /** Folded words in names of companies and associations, which are no person's first and last name. */
    private static final List<String> OF_BODIES = List.of(
            " ltd ",
            " sti ",
            " as ",
            " a s ",
            " holding ",
            " dernegi ",
            " vakfi ",
            " sirketi ",
            " kooperatifi ",
            " apartmani ",
            " sitesi ",
            " yonetimi ",
            " muhtarligi ",
            " bilgi ",
            " info ",
            " destek ");

    private MailApplications() {}

    /**
     * @param first the first names
     */
    record Name(String first, String last) {}

    /** First and last name from a display name; empty if ambiguous. */
    static Optional<Name> name(String shown) {
        String name = shown;
        int comma = name.indexOf(',');
        if (comma > 0 && name.indexOf(',', comma + 1) < 0) {
            name = name.substring(comma + 1).strip() + " "
                    + name.substring(0, comma).strip();
        }
        var words = List.of(name.strip().split(" +"));
        String folded = TurkishText.words(name);
        if (words.size() < 2
                || words.size() > MOST_WORDS
                || Links.isIn(name)
                || !words.stream().allMatch(word -> WORD.matcher(word).matches())
                || OF_BODIES.stream().anyMatch(folded::contains)) {
            return Optional.empty();
        }
        String first = String.join(" ", words.subList(0, words.size() - 1));
        String last = words.get(words.size() - 1);
        return PlainText.isLongerThan(first, LONGEST_NAME) || PlainText.isLongerThan(last, LONGEST_NAME)
                ? Optional.empty()
                : Optional.of(new Name(first, last));
    }

    /** The T.C. kimlik no that a text labels as such; empty if there are several, which may be others'. */
    static Optional<String> nationalId(String text) {
        var called = text.lines()
                .filter(line -> {
                    String words = TurkishText.words(line);
                    return words.contains(" tc ") || words.contains(" t c ") || words.contains(" kimlik ");
                })
                .flatMap(line -> ELEVEN.matcher(line).results())
                .map(found -> found.group())
                .filter(IdentityNumbers::isNationalId)
                .distinct()
                .toList();
        return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
    }

    /** Whether a mail refers to the right to information act. */
    static boolean speaksOf4982(IncomingMail mail) {
        String words = TurkishText.words(mail.subject() + " " + mail.text());
        return words.contains(" 4982 ") || words.contains(" bilgi edinme ");
    }

    /** The subject without reply prefixes; the beginning of the text if there is none. */
    static String subject(IncomingMail mail) {
        String subject = REPLY.matcher(mail.subject()).replaceFirst("").strip();
        if (!subject.isEmpty()) {
            return subject;
        }
        String line = mail.text().lines().findFirst().orElse("").strip();
        if (line.isEmpty()) {
            return WITHOUT_SUBJECT;
        }
        return PlainText.isLongerThan(line, LONGEST_SUBJECT)
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT)) + "…"
                : line;
    }

    static Kind kind(Channel channel) {
        return channel.equals(Channel.ofInformationLaw()) ? Kind.BILGI_ISTEMI : Kind.TALEP;
    }

    /** External number, by which a mail that is delivered twice is recognised. */
    static String reference(String fingerprint) {
        return ConfirmedContacts.BY_MAIL
                + fingerprint.substring(0, DIGITS_OF_REFERENCE).toLowerCase(Locale.ROOT);
    }

    static SubmissionRequest request(
            Channel channel,
            String fingerprint,
            Instant receivedAt,
            @Nullable String kind,
            @Nullable String topic,
            @Nullable String subject,
            @Nullable String text,
            ApplicantRequest applicant) {
        return new SubmissionRequest(
                channel.name(),
                channel.asks(Particular.SOURCE) ? Source.E_POSTA.name() : null,
                kind,
                topic,
                subject,
                text,
                applicant,
                channel.asks(Particular.SUBMISSION) ? Submission.ELEKTRONIK.name() : null,
                null,
                reference(fingerprint),
                receivedAt.atZone(OFFICE).toOffsetDateTime().toString(),
                null,
                null,
                null);
    }

    static ApplicantRequest person(Name name, @Nullable String nationalId, String email) {
        return new ApplicantRequest(
                ApplicantType.GERCEK.name(),
                name.first(),
                name.last(),
                null,
                nationalId,
                null,
                null,
                null,
                null,
                email,
                null,
                false);
    }
}
