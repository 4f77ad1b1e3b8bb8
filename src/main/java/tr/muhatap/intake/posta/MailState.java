package tr.muhatap.intake.posta;

/** What became of an e-mail. */
public enum MailState {
    /** Stored, not looked at yet. */
    ALINDI("Alındı"),
    /** A clerk has to look at it. */
    BEKLIYOR("Bekliyor"),
    KAYDEDILDI("Başvuru olarak kaydedildi"),
    EKLENDI("Başvurusuna eklendi"),
    KENARA_ALINDI("Kenara alındı"),
    /** Sent by a machine: a notice of absence, a list, our own. Neither registered nor answered. */
    OTOMATIK("Otomatik e-posta"),
    /** Says that a message of ours did not arrive. */
    GERI_DONEN("İletilemedi bildirimi");

    private final String label;

    MailState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
