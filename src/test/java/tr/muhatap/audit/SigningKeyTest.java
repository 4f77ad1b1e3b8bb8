package tr.muhatap.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Key;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Which heads a node knows for its own is said by its settings, not by the database that it verifies. */
class SigningKeyTest {

    private static final JdbcClient JDBC =
            JdbcClient.create(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID(), "sa", ""));

    private final KeyPair own = HeadKeys.made();
    private final KeyPair former = HeadKeys.made();

    @Test
    void itsOwnKeyAndThoseThatItIsToldAreTrusted() {
        assertThat(key(text(own.getPrivate()), List.of(text(former.getPublic()), text(own.getPublic())))
                        .trusted())
                .containsOnlyKeys(HeadKeys.id(own.getPublic()), HeadKeys.id(former.getPublic()));
    }

    @Test
    void aKeyThatWasMadeForOneStartVouchesForNoOther() {
        assertThat(key("", List.of(text(former.getPublic()))).trusted()).isEmpty();
    }

    @Test
    void whatIsNoPublicKeyIsRefusedAtTheStart() {
        for (var wrong : List.of("", "Muhatap", text(own.getPrivate()))) {
            assertThatThrownBy(() -> key(text(own.getPrivate()), List.of(wrong)))
                    .hasMessageContaining("muhatap.audit.trusted");
        }
    }

    private static SigningKey key(String key, List<String> trusted) {
        return new SigningKey(new AuditSettings(key, trusted, "", 0), JDBC);
    }

    private static String text(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
