package tr.muhatap.notification;

import tr.muhatap.text.Texts;

/** How a message reaches somebody. */
public enum Medium {
    E_POSTA(Texts.of("notification.medium.e-posta"), false),
    SMS(Texts.of("notification.medium.sms"), false),
    POSTA(Texts.of("notification.medium.posta"), true),
    /** A registered e-mail address (KEP): the letter is sent from the document system. */
    KEP("KEP", true),
    TELEFON(Texts.of("notification.medium.telefon"), true),
    /** Brought back by hand to where the application came from: CİMER, Açık Kapı, a social network. */
    KAYNAK(Texts.of("notification.medium.kaynak"), true),
    /** 4982: forwarded by another public body, answered to that body. */
    KURUM(Texts.of("notification.medium.kurum"), true),
    /** Nobody can be reached: the answer waits on the tracking page. */
    TAKIP(Texts.of("notification.medium.takip"), false);

    private final String label;
    private final boolean byHand;

    Medium(String label, boolean byHand) {
        this.label = label;
        this.byHand = byHand;
    }

    /** Whether the program sends it itself. */
    boolean isBySystem() {
        return this == E_POSTA || this == SMS;
    }

    public String label() {
        return label;
    }

    /** Whether a person has to bring it; such messages stand on a list until they are ticked off. */
    public boolean isByHand() {
        return byHand;
    }
}
