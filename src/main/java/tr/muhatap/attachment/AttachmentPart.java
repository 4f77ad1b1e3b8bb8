package tr.muhatap.attachment;

/** What a file goes with. */
public enum AttachmentPart {
    BASVURU("Başvurunun eki"),
    CEVAP("Cevabın eki");

    private final String label;

    AttachmentPart(String label) {
        this.label = label;
    }

    /** The words people read. */
    public String label() {
        return label;
    }
}
