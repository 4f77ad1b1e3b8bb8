package tr.muhatap.attachment;

import tr.muhatap.text.Texts;

/** What a file is attached to. */
public enum AttachmentPart {
    BASVURU(Texts.of("attachment.attachment-part.basvuru")),

    /** Scan of the petition signed for an oral request for information (4982 md. 6). */
    DILEKCE(Texts.of("attachment.attachment-part.dilekce")),
    CEVAP(Texts.of("attachment.attachment-part.cevap")),

    /** What came with answers to questions that were asked by a link; the office alone sees it. */
    SORU(Texts.of("attachment.attachment-part.soru"));

    private final String label;

    AttachmentPart(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}
