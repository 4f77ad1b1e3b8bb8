package tr.muhatap.form;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Encrypts with AES-GCM and a random nonce; the owner of a text is authenticated as additional data. Used for user
 * input that has not been processed yet.
 */
@Component
public class FormCipher {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    FormCipher(FormSettings settings, JdbcClient jdbc) {
        this.key = new SecretKeySpec(
                settings.key().isBlank()
                        ? kept(jdbc)
                        : Base64.getDecoder().decode(settings.key().strip()),
                "AES");
        if (key.getEncoded().length != KEY_BYTES) {
            throw new IllegalStateException("muhatap.form.key must be 32 bytes in Base64");
        }
    }

    public byte[] encrypt(byte[] plain, String belongsTo) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, belongsTo).doFinal(plain);
            return ByteBuffer.allocate(nonce.length + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A form cannot be encrypted", e);
        }
    }

    /** Empty if it was modified, belongs to another owner, or was encrypted with another key. */
    public Optional<byte[]> decrypt(byte[] encrypted, String belongsTo) {
        if (encrypted.length < NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            byte[] nonce = java.util.Arrays.copyOf(encrypted, NONCE_BYTES);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, belongsTo)
                    .doFinal(encrypted, NONCE_BYTES, encrypted.length - NONCE_BYTES));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String belongsTo) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(belongsTo.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** The key generated at the first start; nodes that start concurrently use the one stored first. */
    private byte[] kept(JdbcClient jdbc) {
        return read(jdbc).orElseGet(() -> {
            byte[] made = new byte[KEY_BYTES];
            random.nextBytes(made);
            try {
                jdbc.sql("insert into yarim_form_anahtari (id, anahtar) values (1, ?)")
                        .param(made)
                        .update();
                return made;
            } catch (DuplicateKeyException otherNodeWasFaster) {
                return read(jdbc).orElseThrow();
            }
        });
    }

    private static Optional<byte[]> read(JdbcClient jdbc) {
        return jdbc.sql("select anahtar from yarim_form_anahtari where id = 1")
                .query((row, n) -> row.getBytes(1))
                .optional();
    }
}
