package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** Items for which access may be charged (4982 md. 10, Yönetmelik md. 22). */
public enum FeeItem {
    SAYFA(Texts.of("basvuru.fee-item.sayfa")),
    CD(Texts.of("basvuru.fee-item.cd")),
    PLAN(Texts.of("basvuru.fee-item.plan")),
    POSTA(Texts.of("basvuru.fee-item.posta"));

    private final String label;

    FeeItem(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}
