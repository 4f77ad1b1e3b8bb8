package tr.muhatap.intake.posta;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tr.muhatap.attachment.Upload;
import tr.muhatap.text.Contacts;
import tr.muhatap.text.PlainText;

/**
 * Parses untrusted mails. Headers are truncated before they are unfolded and decoded, number and nesting of parts are
 * limited; anomalies are reported, so that a clerk looks at them.
 */
final class MailParser {

    private static final int DEEPEST = 12;
    private static final int MOST_PARTS = 200;
    private static final int LONGEST_HEADER = 4_000;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_FILE_NAME = 255;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_CHARACTERS = 500_000;
    private static final int MOST_REFERENCES = 100;
    private static final int LONGEST_REFERENCES = 40_000;
    private static final int MOST_RECIPIENTS = 50;
    private static final String UNREADABLE = "\ufffd";
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,300}>");
    private static final Pattern REFUSED = Pattern.compile("\\bdmarc\\s*=\\s*fail\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> BULK = Set.of("bulk", "list", "junk");
    private static final List<String> OF_MACHINES = List.of(
            "List-Id",
            "List-Post",
            "List-Unsubscribe",
            "List-Help",
            "X-Autoreply",
            "X-Autorespond",
            "X-Muhatap-Anahtar");
    private static final Set<String> ENCRYPTED = Set.of(
            "multipart/encrypted", "application/pgp-encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime");
    private static final Set<String> SIGNATURES = Set.of(
            "multipart/signed",
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/pgp-signature");
    private static final Set<String> TNEF = Set.of("application/ms-tnef", "application/vnd.ms-tnef");

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Upload> files = new ArrayList<>();
    private final Set<Waiting> faults = EnumSet.noneOf(Waiting.class);
    private int parts;

    private MailParser() {}

    /** @param whole false if only the first bytes are available */
    static IncomingMail parse(byte[] raw, boolean whole) {
        return new MailParser().read(raw, whole);
    }

    private IncomingMail read(byte[] raw, boolean whole) {
        if (!whole) {
            faults.add(Waiting.COK_BUYUK);
        }
        MimeMessage mail;
        try {
            mail = new MimeMessage(
                    Session.getInstance(new Properties(), (Authenticator) null), new SharedByteArrayInputStream(raw));
        } catch (MessagingException unreadable) {
            faults.add(Waiting.BOZUK);
            return new IncomingMail(false, null, List.of(), null, "", "", List.of(), faults);
        }
        DeliveryReport report = null;
        try {
            report = DeliveryReport.in(mail);
            walk(mail, 0);
        } catch (MessagingException | IOException | RuntimeException broken) {
            // The library throws exceptions of any type for malformed parts
            faults.add(Waiting.BOZUK);
        }
        var headers = new Headers(mail);
        var from = sender(headers);
        String subject = line(headers.decoded("Subject"), LONGEST_SUBJECT);
        if (subject.contains(UNREADABLE) || subject.contains("=?")) {
            faults.add(Waiting.KARAKTER_KUMESI);
        }
        String text = text();
        return new IncomingMail(
                isAutomatic(headers, mail),
                report,
                references(headers),
                from,
                subject,
                text,
                List.copyOf(files),
                Collections.unmodifiableSet(faults));
    }

    private IncomingMail.@Nullable Sender sender(Headers headers) {
        var from = headers.addresses("From");
        var sender = from.size() == 1 ? sender(from.get(0)) : null;
        if (sender == null) {
            faults.add(Waiting.GONDEREN);
            return null;
        }
        boolean elsewhere = headers.addresses("Reply-To").stream()
                .anyMatch(other -> !sender.email().equalsIgnoreCase(other.getAddress()));
        if (elsewhere || headers.isUnreadable("Reply-To")) {
            faults.add(Waiting.BASKA_YANIT_ADRESI);
        }
        if (headers.count("To") + headers.count("Cc") > MOST_RECIPIENTS) {
            faults.add(Waiting.COK_ALICILI);
        }
        if (headers.all("Authentication-Results").stream()
                .anyMatch(result -> REFUSED.matcher(result).find())) {
            faults.add(Waiting.SAHTE_OLABILIR);
        }
        if (headers.first("X-Spam-Flag").strip().equalsIgnoreCase("yes")) {
            faults.add(Waiting.ISTENMEYEN);
        }
        return sender;
    }

    private static IncomingMail.@Nullable Sender sender(InternetAddress address) {
        String email = address.getAddress();
        if (email == null || Contacts.emailFault(email) != null) {
            return null;
        }
        String name = Optional.ofNullable(address.getPersonal()).orElse("");
        return new IncomingMail.Sender(line(name, LONGEST_NAME), email);
    }

    /** Automatic mails by RFC 3834, mailing list headers and similar marks. */
    private static boolean isAutomatic(Headers headers, MimeMessage mail) {
        String submitted = headers.first("Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        String precedence = headers.first("Precedence").strip().toLowerCase(Locale.ROOT);
        boolean nobody = headers.has("Return-Path")
                && headers.first("Return-Path").strip().equals("<>");
        boolean report;
        try {
            report = mail.isMimeType("multipart/report");
        } catch (MessagingException broken) {
            report = false;
        }
        return report
                || nobody
                || !(submitted.isEmpty()
                        || submitted.equals("no")
                        || submitted.startsWith("no;")
                        || submitted.startsWith("no "))
                || BULK.contains(precedence)
                || OF_MACHINES.stream().anyMatch(headers::has);
    }

    /** In-Reply-To first, then References from the end. */
    private static List<String> references(Headers headers) {
        var ids = new LinkedHashSet<>(ids(headers.cut("In-Reply-To", LONGEST_HEADER)));
        var thread = new ArrayList<>(ids(headers.tail("References", LONGEST_REFERENCES)));
        Collections.reverse(thread);
        ids.addAll(thread);
        return ids.stream().limit(MOST_REFERENCES).toList();
    }

    private static List<String> ids(String header) {
        return MESSAGE_ID.matcher(header).results().map(found -> found.group()).toList();
    }

    private void walk(Part part, int depth) throws MessagingException, IOException {
        parts++;
        if (depth > DEEPEST || parts > MOST_PARTS) {
            faults.add(Waiting.COK_KATMANLI);
            return;
        }
        var type = type(part);
        String kind = type == null ? "" : type.getBaseType().toLowerCase(Locale.ROOT);
        if (ENCRYPTED.contains(kind)) {
            boolean signed = type != null && "signed-data".equalsIgnoreCase(type.getParameter("smime-type"));
            faults.add(signed ? Waiting.IMZALI : Waiting.SIFRELI);
        } else if (SIGNATURES.contains(kind)) {
            faults.add(Waiting.IMZALI);
        } else if (kind.equals("text/calendar")) {
            faults.add(Waiting.TAKVIM);
        }
        if (kind.startsWith("multipart/")) {
            if (!(part.getContent() instanceof Multipart several)) {
                faults.add(Waiting.BOZUK);
                return;
            }
            for (int i = 0; i < several.getCount() && parts <= MOST_PARTS; i++) {
                walk(several.getBodyPart(i), depth + 1);
            }
            return;
        }
        String name = fileName(part);
        if (TNEF.contains(kind) || name.equalsIgnoreCase("winmail.dat")) {
            faults.add(Waiting.KAPALI_BICIM);
        }
        boolean attached = !name.isEmpty() || Part.ATTACHMENT.equalsIgnoreCase(disposition(part));
        if (!attached && (kind.isEmpty() || kind.equals("text/plain"))) {
            append(plain, part, type);
        } else if (!attached && kind.equals("text/html")) {
            append(html, part, type);
        } else {
            byte[] content = bytes(part);
            files.add(new Upload(name.isEmpty() ? "ek-" + (files.size() + 1) : name, content));
        }
    }

    private void append(StringBuilder text, Part part, @Nullable ContentType type)
            throws MessagingException, IOException {
        var decoded = MailCharsets.decoded(bytes(part), type == null ? null : type.getParameter("charset"));
        if (!decoded.sure()) {
            faults.add(Waiting.KARAKTER_KUMESI);
        }
        if (!text.isEmpty()) {
            text.append("\n\n");
        }
        // Longer text is no application; do not scan all of it
        int room = Math.max(0, MOST_CHARACTERS - text.length());
        if (decoded.text().length() > room) {
            faults.add(Waiting.COK_UZUN);
        }
        text.append(decoded.text(), 0, Math.min(room, decoded.text().length()));
    }

    private String text() {
        String words = clean(plain.toString());
        if (words.isEmpty()) {
            words = clean(HtmlText.of(html.toString()));
            faults.add(words.isEmpty() ? Waiting.METIN_YOK : Waiting.YALNIZ_HTML);
        }
        if (PlainText.isLongerThan(words, LONGEST_TEXT)) {
            faults.add(Waiting.COK_UZUN);
        }
        return words;
    }

    private static @Nullable ContentType type(Part part) throws MessagingException {
        var headers = part.getHeader("Content-Type");
        if (headers == null || headers.length == 0) {
            return null;
        }
        try {
            return new ContentType(cut(headers[0], LONGEST_HEADER));
        } catch (ParseException broken) {
            return null;
        }
    }

    private static String disposition(Part part) {
        try {
            return String.valueOf(part.getDisposition());
        } catch (MessagingException broken) {
            return Part.ATTACHMENT;
        }
    }

    private static String fileName(Part part) {
        try {
            String name = part.getFileName();
            return name == null ? "" : line(decodedWords(cut(name, LONGEST_HEADER)), LONGEST_FILE_NAME);
        } catch (MessagingException broken) {
            return "";
        }
    }

    private static byte[] bytes(Part part) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            return in.readAllBytes();
        }
    }

    /** Removes what cannot be stored or seen: control characters, unpaired surrogates, bidirectional controls. */
    static String clean(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\f', '\n');
        return PlainText.stripped(PlainText.normal(kept(lines, true)));
    }

    private static String line(String text, int longest) {
        String one = PlainText.stripped(
                PlainText.normal(kept(cut(text, LONGEST_HEADER).replaceAll("\\s+", " "), false)));
        return PlainText.isLongerThan(one, longest) ? one.substring(0, one.offsetByCodePoints(0, longest)) : one;
    }

    private static String kept(String text, boolean lines) {
        return text.codePoints()
                .filter(sign -> lines
                        ? PlainText.isCleanText(Character.toString(sign)) && !turns(sign)
                        : PlainText.isVisibleLine(Character.toString(sign)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean turns(int sign) {
        return sign != '\n' && sign != '\r' && sign != '\t' && !PlainText.isCleanLine(Character.toString(sign));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static String decodedWords(String raw) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(raw));
        } catch (UnsupportedEncodingException | RuntimeException broken) {
            return raw;
        }
    }

    /** A mail's headers, each truncated before it is parsed. */
    private static final class Headers {

        private final MimeMessage mail;

        Headers(MimeMessage mail) {
            this.mail = mail;
        }

        List<String> all(String name) {
            try {
                var values = mail.getHeader(name);
                return values == null
                        ? List.of()
                        : Arrays.stream(values)
                                .limit(20)
                                .map(value -> MailParser.cut(value, LONGEST_HEADER))
                                .toList();
            } catch (MessagingException broken) {
                return List.of();
            }
        }

        boolean has(String name) {
            return !all(name).isEmpty();
        }

        /** Empty if missing. */
        String first(String name) {
            return all(name).stream().findFirst().orElse("");
        }

        String cut(String name, int longest) {
            return MailParser.cut(first(name), longest);
        }

        /** The end of a header, with the nearest mails of a thread. */
        String tail(String name, int longest) {
            try {
                String whole = mail.getHeader(name, " ");
                return whole == null ? "" : whole.substring(Math.max(0, whole.length() - longest));
            } catch (MessagingException broken) {
                return "";
            }
        }

        String decoded(String name) {
            return decodedWords(first(name));
        }

        List<InternetAddress> addresses(String name) {
            var found = new ArrayList<InternetAddress>();
            for (var header : all(name)) {
                try {
                    found.addAll(List.of(InternetAddress.parseHeader(MimeUtility.unfold(header), false)));
                } catch (AddressException broken) {
                    return List.of();
                }
            }
            return found;
        }

        boolean isUnreadable(String name) {
            return has(name) && addresses(name).isEmpty();
        }

        /** Number of addresses in a header, without parsing them. */
        long count(String name) {
            try {
                String whole = mail.getHeader(name, ",");
                return whole == null
                        ? 0
                        : whole.chars().filter(sign -> sign == '@').count();
            } catch (MessagingException broken) {
                return 0;
            }
        }
    }
}
