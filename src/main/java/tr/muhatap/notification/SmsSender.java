package tr.muhatap.notification;

/** Sends short messages. Sending with a key that was sent before may be repeated by the caller and must do no harm. */
public interface SmsSender {

    /**
     * @param phone in E.164 form
     * @throws IllegalStateException if it could not be sent
     */
    void send(String key, String phone, String text);
}
