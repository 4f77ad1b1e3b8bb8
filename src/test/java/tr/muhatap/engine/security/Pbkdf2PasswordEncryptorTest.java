package tr.muhatap.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import tr.muhatap.access.AccessSettings;

class Pbkdf2PasswordEncryptorTest {

    private static final String PASSWORD = "uzun-bir-parola";

    private final Pbkdf2PasswordEncryptor usual = new Pbkdf2PasswordEncryptor(AccessSettings.PASSWORD_ITERATIONS);
    private final Pbkdf2PasswordEncryptor quick = new Pbkdf2PasswordEncryptor(7);

    @Test
    void aHashIsCheckedWithTheRoundsThatItWasMadeWith() {
        String hash = quick.encrypt(PASSWORD);

        assertThat(hash).startsWith("7$").isNotEqualTo(quick.encrypt(PASSWORD));
        assertThat(new Pbkdf2PasswordEncryptor(9).check(PASSWORD, hash)).isTrue();
        assertThat(quick.check(PASSWORD + "x", hash)).isFalse();
        assertThat(quick.check(PASSWORD, hash.replace("7$", "8$"))).isFalse();
    }

    /** Hashes of versions without the setting. */
    @Test
    void aHashThatNamesNoRoundsHasTheDefault() {
        String hash = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);

        assertThat(quick.check(PASSWORD, hash)).isTrue();
        assertThat(usual.encrypt(PASSWORD)).hasSameSizeAs(hash).doesNotContain("$");
    }
}
