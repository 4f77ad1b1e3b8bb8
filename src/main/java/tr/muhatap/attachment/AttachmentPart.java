package tr.muhatap.attachment;

import tr.muhatap.text.Texts;

/** What a file goes with. */
public enum AttachmentPart {
    BASVURU(Texts.of("attachment.attachment-part.basvuru")),

    /** The scan of the petition that an oral request for information was signed on (4982 md. 6). */
    DILEKCE(Texts.of("attachment.attachment-part.dilekce")),
    CEVAP(Texts.of("attachment.attachment-part.cevap"));

    private final String label;

    AttachmentPart(String label) {
        this.label = label;
    }

    /** The words people read. */
    public String label() {
        return label;
    }
}
