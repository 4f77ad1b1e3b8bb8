package tr.muhatap.intake.posta;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Builds e-mails. */
final class Mails {

    private Mails() {}

    /** A bounce (RFC 3464). */
    static String bounce(String messageId, String action, String status) {
        return """
                Return-Path: <>
                From: Mail Delivery System <MAILER-DAEMON@ornek.example>
                To: muhatap@belediye.example
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <%s@ornek.example>
                Date: Mon, 18 May 2026 10:15:00 +0300
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="sinir"

                --sinir
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --sinir
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.ornek.example
                Arrival-Date: Mon, 18 May 2026 10:14:00 +0300

                Final-Recipient: rfc822; ayse@ornek.example
                Action: %s
                Status: %s

                --sinir
                Content-Type: message/rfc822

                From: muhatap@belediye.example
                To: ayse@ornek.example
                Message-ID: %s
                Subject: Cevap

                Metin
                --sinir--
                """.formatted(UUID.randomUUID(), action, status, messageId).replace("\n", "\r\n");
    }

    /** A mail as mail clients write it, with a Message-ID and a date of its own. */
    static Writing from(String name, String address, String subject) {
        return new Writing(name, address, subject, List.of(), List.of());
    }

    /** Builder of a mail. */
    record Writing(String name, String address, String subject, List<String> headers, List<String> files) {

        Writing header(String line) {
            return new Writing(name, address, subject, joined(headers, line), files);
        }

        Writing with(String fileName, String content) {
            var part = "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"%s\"\n"
                            .formatted(encoded(fileName))
                    + "Content-Transfer-Encoding: base64\n\n"
                    + Base64.getMimeEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
            return new Writing(name, address, subject, headers, joined(files, part));
        }

        String text(String words) {
            return body("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + words);
        }

        /** With a given first part. */
        String body(String first) {
            var parts = new ArrayList<String>();
            parts.add(first);
            parts.addAll(files);
            var head = new ArrayList<String>();
            head.add("From: \"%s\" <%s>".formatted(encoded(name), address));
            head.add("To: basvuru@belediye.example");
            head.add("Subject: " + encoded(subject));
            head.add("Message-ID: <%s@ornek.example>".formatted(UUID.randomUUID()));
            head.add("Date: Mon, 18 May 2026 10:15:00 +0300");
            head.add("MIME-Version: 1.0");
            head.addAll(headers);
            var mail = files.isEmpty()
                    ? String.join("\n", head) + "\n" + first + "\n"
                    : String.join("\n", head) + "\nContent-Type: multipart/mixed; boundary=sinir\n\n--sinir\n"
                            + String.join("\n--sinir\n", parts) + "\n--sinir--\n";
            return mail.replace("\n", "\r\n");
        }

        private static String encoded(String words) {
            return StandardCharsets.US_ASCII.newEncoder().canEncode(words)
                    ? words
                    : "=?utf-8?B?" + Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)) + "?=";
        }

        private static List<String> joined(List<String> some, String more) {
            var all = new ArrayList<>(some);
            all.add(more);
            return List.copyOf(all);
        }
    }
}
