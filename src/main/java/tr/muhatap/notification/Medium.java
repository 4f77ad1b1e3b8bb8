package tr.muhatap.notification;

import tr.muhatap.text.Texts;

/** How a message is delivered. */
public enum Medium {
    E_POSTA(Texts.of("notification.medium.e-posta"), false),
    SMS(Texts.of("notification.medium.sms"), false),
    POSTA(Texts.of("notification.medium.posta"), true),
    /** Registered e-mail (KEP): the letter is sent from the document system. */
    KEP("KEP", true),
    TELEFON(Texts.of("notification.medium.telefon"), true),
    /** Entered manually at the source of the application: CİMER, Açık Kapı, a social network. */
    KAYNAK(Texts.of("notification.medium.kaynak"), true),
    /** 4982: forwarded by another public body, to which the answer is sent. */
    KURUM(Texts.of("notification.medium.kurum"), true),
    /** No contact data: the answer is available on the tracking page. */
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

    /** Whether staff have to deliver it; such messages are listed until they are ticked off. */
    public boolean isByHand() {
        return byHand;
    }
}
