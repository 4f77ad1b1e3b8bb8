package tr.muhatap.notification;

/** The provider did not take a short message, for a reason in words. */
final class SmsNotTaken extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final DeliveryFailure how;

    SmsNotTaken(DeliveryFailure how, String why) {
        super(why);
        this.how = how;
    }

    DeliveryFailure how() {
        return how;
    }

    /** The reason alone, as people read it. */
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
