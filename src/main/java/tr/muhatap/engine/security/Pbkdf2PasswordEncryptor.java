package tr.muhatap.engine.security;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/**
 * PBKDF2 with a salt of its own for the engine's users, instead of one round of SHA-512.
 *
 * <p>Replaces {@code Sha512HashDigest} of Camunda 7.24.0; {@code SignInIT} notices when it changes.
 */
class Pbkdf2PasswordEncryptor implements PasswordEncryptor {

    private final Pbkdf2PasswordEncoder encoder = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    @Override
    public String encrypt(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return encoder.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "PBKDF2";
    }
}
