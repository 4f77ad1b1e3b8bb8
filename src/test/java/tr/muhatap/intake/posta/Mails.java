package tr.muhatap.intake.posta;

/** E-mails as they stand on a server. */
final class Mails {

    private Mails() {}

    /** What a mail server sends back (RFC 3464). */
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
                """.formatted(java.util.UUID.randomUUID(), action, status, messageId)
                .replace("\n", "\r\n");
    }
}
