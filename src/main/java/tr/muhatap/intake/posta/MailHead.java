package tr.muhatap.intake.posta;

/** What a list shows of a mail. */
record MailHead(String name, String email, String subject) {}
