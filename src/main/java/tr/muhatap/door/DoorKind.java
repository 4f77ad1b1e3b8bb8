package tr.muhatap.door;

import tr.muhatap.text.Texts;

/** The doors through which something comes in or goes out without a person of the office. */
public enum DoorKind {
    WEB_FORMU(Texts.of("door.kind.web-formu")),
    API(Texts.of("door.kind.api")),
    OPEN311(Texts.of("door.kind.open311")),
    E_POSTA(Texts.of("door.kind.e-posta")),
    AKTARIM(Texts.of("door.kind.aktarim")),
    CAGRI(Texts.of("door.kind.cagri")),
    SMS(Texts.of("door.kind.sms")),
    BILDIRIM_ADRESI(Texts.of("door.kind.bildirim-adresi"));

    private final String label;

    DoorKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
