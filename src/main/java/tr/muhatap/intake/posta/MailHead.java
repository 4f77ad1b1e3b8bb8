package tr.muhatap.intake.posta;

/** Columns of a mail in lists. */
record MailHead(String name, String email, String subject) {}
