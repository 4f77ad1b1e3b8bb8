package tr.muhatap.intake.posta;

import tr.muhatap.text.Texts;

/** What became of an e-mail. */
public enum MailState {
    /** Stored, not looked at yet. */
    ALINDI(Texts.of("intake.mail-state.alindi")),
    /** A clerk has to look at it. */
    BEKLIYOR(Texts.of("intake.mail-state.bekliyor")),
    KAYDEDILDI(Texts.of("intake.mail-state.kaydedildi")),
    EKLENDI(Texts.of("intake.mail-state.eklendi")),
    KENARA_ALINDI(Texts.of("intake.mail-state.kenara-alindi")),
    /** Sent by a machine: a notice of absence, a list, our own. Neither registered nor answered. */
    OTOMATIK(Texts.of("intake.mail-state.otomatik")),
    /** Says that a message of ours did not arrive. */
    GERI_DONEN(Texts.of("intake.mail-state.geri-donen"));

    private final String label;

    MailState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
