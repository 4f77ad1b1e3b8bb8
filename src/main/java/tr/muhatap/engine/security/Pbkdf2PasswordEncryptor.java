package tr.muhatap.engine.security;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import tr.muhatap.access.AccessSettings;

/**
 * Hashes the engine's passwords with salted PBKDF2 instead of one round of SHA-512. A hash includes its number of
 * iterations unless it is the default, so that the setting can change.
 *
 * <p>Replaces {@code Sha512HashDigest} of Camunda 7.24.0; {@code SignInIT} notices when it changes.
 */
class Pbkdf2PasswordEncryptor implements PasswordEncryptor {

    private static final char AFTER_ITERATIONS = '$';
    private static final int SALT_LENGTH = 16;

    private final int iterations;

    Pbkdf2PasswordEncryptor(int iterations) {
        this.iterations = iterations;
    }

    @Override
    public String encrypt(String password) {
        String hash = encoder(iterations).encode(password);
        return iterations == AccessSettings.PASSWORD_ITERATIONS ? hash : iterations + (AFTER_ITERATIONS + hash);
    }

    @Override
    public boolean check(String password, String encrypted) {
        int end = encrypted.indexOf(AFTER_ITERATIONS);
        int used = end < 0 ? AccessSettings.PASSWORD_ITERATIONS : Integer.parseInt(encrypted.substring(0, end));
        return encoder(used).matches(password, encrypted.substring(end + 1));
    }

    @Override
    public String hashAlgorithmName() {
        return "PBKDF2";
    }

    private static Pbkdf2PasswordEncoder encoder(int iterations) {
        return new Pbkdf2PasswordEncoder("", SALT_LENGTH, iterations, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }
}
