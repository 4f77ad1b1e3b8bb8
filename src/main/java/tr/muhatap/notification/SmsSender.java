package tr.muhatap.notification;

/** Sends SMS. Implementations must tolerate a repeated call with the same key. */
public interface SmsSender {

    /**
     * @param phone in E.164 form
     * @throws IllegalStateException if it could not be sent
     */
    void send(String key, String phone, String text);
}
