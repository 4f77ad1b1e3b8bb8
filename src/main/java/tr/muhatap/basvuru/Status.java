package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** Status of an application. KAYITLI lasts only until its process has started, within one transaction. */
public enum Status {
    KAYITLI(Texts.of("basvuru.status.kayitli")),
    ON_INCELEMEDE(Texts.of("basvuru.status.on-incelemede")),
    EKSIK_BEKLIYOR(Texts.of("basvuru.status.eksik-bekliyor")),
    SEVK_BEKLIYOR(Texts.of("basvuru.status.sevk-bekliyor")),
    BIRIMDE(Texts.of("basvuru.status.birimde")),
    UCRET_BEKLIYOR(Texts.of("basvuru.status.ucret-bekliyor")),
    ONAYDA(Texts.of("basvuru.status.onayda")),
    CEVAPLANDI(Texts.of("basvuru.status.cevaplandi")),
    KAPANDI(Texts.of("basvuru.status.kapandi"));

    private final String label;

    Status(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}
