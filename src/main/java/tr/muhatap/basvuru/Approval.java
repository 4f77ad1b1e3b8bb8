package tr.muhatap.basvuru;

/** What the approver decides on an answer. */
public enum Approval {
    ONAY("Onayla"),
    DUZELT("Düzeltilmek üzere geri gönder");

    private final String label;

    Approval(String label) {
        this.label = label;
    }

    /** The word people read. */
    public String label() {
        return label;
    }
}
