package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** How an application ended: the result of the answer, or why there is none. */
public enum Outcome {
    OLUMLU(Texts.of("basvuru.outcome.olumlu")),
    OLUMSUZ(Texts.of("basvuru.outcome.olumsuz")),
    KISMEN(Texts.of("basvuru.outcome.kismen")),
    PROGRAMA_ALINDI(Texts.of("basvuru.outcome.programa-alindi")),
    BILGI_VERILDI(Texts.of("basvuru.outcome.bilgi-verildi")),
    YONLENDIRILDI(Texts.of("basvuru.outcome.yonlendirildi")),
    ISLEME_KONULMADI(Texts.of("basvuru.outcome.isleme-konulmadi")),
    MUKERRER(Texts.of("basvuru.outcome.mukerrer")),
    VAZGECILDI(Texts.of("basvuru.outcome.vazgecildi"));

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}
