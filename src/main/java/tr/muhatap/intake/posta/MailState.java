package tr.muhatap.intake.posta;

import tr.muhatap.text.Texts;

/** State of an e-mail. */
public enum MailState {
    /** Stored, not processed yet. */
    ALINDI(Texts.of("intake.mail-state.alindi")),
    /** Waits for a clerk. */
    BEKLIYOR(Texts.of("intake.mail-state.bekliyor")),
    KAYDEDILDI(Texts.of("intake.mail-state.kaydedildi")),
    EKLENDI(Texts.of("intake.mail-state.eklendi")),
    KENARA_ALINDI(Texts.of("intake.mail-state.kenara-alindi")),
    /** Sent automatically: out-of-office notice, mailing list, our own. Neither registered nor answered. */
    OTOMATIK(Texts.of("intake.mail-state.otomatik")),
    /** Bounce of one of our messages. */
    GERI_DONEN(Texts.of("intake.mail-state.geri-donen"));

    private final String label;

    MailState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
