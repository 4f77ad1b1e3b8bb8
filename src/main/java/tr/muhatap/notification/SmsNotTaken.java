package tr.muhatap.notification;

/** The provider did not take a short message, for a reason in words. */
final class SmsNotTaken extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final NotDelivered how;

    SmsNotTaken(NotDelivered how, String why) {
        super(why);
        this.how = how;
    }

    NotDelivered how() {
        return how;
    }

    /** The reason alone, as people read it. */
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
