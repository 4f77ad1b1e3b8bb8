package tr.muhatap.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import tr.muhatap.HttpTest;

/** Stored forms survive a restart: another program on the same database decrypts them with the stored key. */
@HttpTest
class KeptFormsIT {

    private static final FormSettings KEY_IN_THE_DATABASE = new FormSettings("");
    private static final KeptForm TYPED = new KeptForm(
            "/kabul", "/kabul", Map.of("text", List.of("İğde Sokağı’nda çukur")), List.of(), null, null, true, false);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void theNextStartReadsIt() {
        String id = started(KEY_IN_THE_DATABASE).keep("halkla", TYPED, KeptForms.A_DAY);

        var afterwards = started(KEY_IN_THE_DATABASE);

        assertThat(afterwards.find(id, "halkla", new MockHttpServletRequest())).hasValue(TYPED);
        assertThat(afterwards.find(id, "masa", new MockHttpServletRequest())).isEmpty();
        assertThat(afterwards.typist(started(KEY_IN_THE_DATABASE).typistToken("halkla")))
                .as("a page that was open over the restart")
                .hasValue("halkla");
    }

    @Test
    void withAnotherKeyItIsNotThere() {
        String id = started(KEY_IN_THE_DATABASE).keep("halkla", TYPED, KeptForms.A_DAY);

        var other = started(new FormSettings(Base64.getEncoder().encodeToString(new byte[32])));

        assertThat(other.find(id, "halkla", new MockHttpServletRequest())).isEmpty();
    }

    private KeptForms started(FormSettings settings) {
        return new KeptForms(jdbc, new FormCipher(settings, jdbc), clock);
    }
}
