package tr.muhatap.basvuru;

/** What the Bilgi Edinme Değerlendirme Kurulu decided on an objection. */
public enum AppealOutcome {
    KABUL("İtiraz kabul edildi"),
    KISMEN_KABUL("İtiraz kısmen kabul edildi"),
    RET("İtiraz reddedildi");

    private final String label;

    AppealOutcome(String label) {
        this.label = label;
    }

    /** The words people read. */
    public String label() {
        return label;
    }
}
