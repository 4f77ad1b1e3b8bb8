package tr.muhatap.intake.posta;

import tr.muhatap.problem.RefusalCode;

/** Why an operation on a mail is refused. */
enum MailRefusal implements RefusalCode {
    E_POSTA_ISLENMIS
}
