package tr.muhatap.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tr.muhatap.problem.TooManyRequestsException;

class RateLimitsTest {

    private static final String HOME = "192.0.2.1";

    private final HandSet time = new HandSet();
    private final RateLimits limits = new RateLimits(new RateSettings(3, 2, 2, 3, 2, 2), time);
    private final RateFilter filter = new RateFilter(limits, new ObjectMapper());

    @AfterEach
    void forgetTheRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void wrongSecretsOfOneAddressAreCountedForAnHour() {
        limits.requireSecrets(HOME);
        limits.requireSecrets(HOME);

        assertThatThrownBy(() -> limits.requireSecrets(HOME)).isInstanceOf(TooManyRequestsException.class);
        assertThatCode(() -> limits.requireSecrets("198.51.100.7")).doesNotThrowAnyException();
    }

    @Test
    void aClientWithAKeyHasMoreThanACitizen() {
        for (int i = 0; i < 30; i++) {
            limits.requireClient("fixmystreet");
        }
        assertThatThrownBy(() -> limits.requireClient("fixmystreet")).isInstanceOf(TooManyRequestsException.class);
        assertThatCode(() -> limits.requireClient("other")).doesNotThrowAnyException();
    }

    @Test
    void theInterfaceOfOtherApplicationsRefusesAsItsClientsRead() throws Exception {
        for (int i = 0; i < 30; i++) {
            assertThat(send("GET", "/open311/v2/requests.json", HOME).getStatus())
                    .isEqualTo(200);
        }
        var refused = send("GET", "/open311/v2/requests.json", HOME);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isNotNull();
        assertThat(refused.getContentAsString()).startsWith("[{\"code\":429,");
        assertThat(send("POST", "/open311/v2/requests.xml", HOME).getContentAsString())
                .contains("<errors><error>");
    }

    @Test
    void whoBroughtTooManyWrongKeysSendsNoMoreFilesToBeRead() throws Exception {
        assertThat(send(files("/open311/v2/requests", false)).getStatus()).isEqualTo(200);
        limits.requireSecrets(HOME);
        limits.requireSecrets(HOME);

        for (var path : new String[] {"/open311/v2/requests", "/open311/v2/requests.json", "/open311/yok"}) {
            assertThat(send(files(path, false)).getStatus()).as(path).isEqualTo(429);
            assertThat(send(files(path, true)).getStatus())
                    .as("credentials that nobody reads do not open the door")
                    .isEqualTo(429);
        }
        assertThat(send("POST", "/open311/v2/requests", HOME).getStatus())
                .as("a form without files is small")
                .isEqualTo(200);
        time.pass(Duration.ofMinutes(30));
        assertThat(send(files("/open311/v2/requests", false)).getStatus()).isEqualTo(200);
    }

    private static MockHttpServletRequest files(String path, boolean withCredentials) {
        var request = request("POST", path, HOME);
        request.setContentType("Multipart/form-data; boundary=s");
        if (withCredentials) {
            request.addHeader("Authorization", "Bearer x");
        }
        return request;
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /takip",
        "POST, /takip/tamamla",
        "POST, /takip/geri-cek",
        "POST, /takip/ek",
        "GET, /api/v1/takip",
        "POST, /api/v1/takip/withdrawal",
        "POST, /api/v1/takip/completion"
    })
    void anAddressHasItsShareOfAnHourAndIsToldWhenToComeAgain(String method, String path) throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(send(method, path, HOME).getStatus()).isEqualTo(200);
        }
        var refused = send(method, path, HOME);

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1200");
        assertThat(send(method, path, "192.0.2.2").getStatus())
                .as("another address")
                .isEqualTo(200);
        time.pass(Duration.ofMinutes(20));
        assertThat(send(method, path, HOME).getStatus())
                .as("a third of an hour later")
                .isEqualTo(200);
    }

    @Test
    void aProgramIsAnsweredWithAProblem() throws Exception {
        for (int i = 0; i < 3; i++) {
            send("GET", "/api/v1/takip", HOME);
        }
        var refused = send("GET", "/api/v1/takip", HOME);

        assertThat(refused.getContentType()).startsWith("application/problem+json");
        assertThat(refused.getContentAsString()).contains("Çok fazla istek", "20 dakika sonra");
    }

    @Test
    void thePageToApplyAnswersItselfSoThatTheTextStays() throws Exception {
        for (int i = 0; i < 3; i++) {
            send("POST", "/basvuru", HOME);
        }
        var request = request("POST", "/basvuru", HOME);
        filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());

        assertThatThrownBy(() -> limits.requireAddress(request)).isInstanceOf(TooManyRequestsException.class);
    }

    @ParameterizedTest
    @CsvSource({"GET, /basvuru", "GET, /takip", "GET, /", "GET, /api/v1/deadlines"})
    void whatIsOnlyOpenedIsNotCounted(String method, String path) throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(send(method, path, HOME).getStatus()).isEqualTo(200);
        }
    }

    @Test
    void whoeverHasSignedInOrBringsCredentialsIsNotCounted() throws Exception {
        for (int i = 0; i < 10; i++) {
            var system = request("GET", "/api/v1/takip", HOME);
            system.addHeader("Authorization", "Basic x");
            var clerk = request("POST", "/takip", HOME);
            clerk.getSession().setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, "halkla");
            assertThat(send(system).getStatus()).isEqualTo(200);
            assertThat(send(clerk).getStatus()).isEqualTo(200);
        }
    }

    @Test
    void credentialsThatNobodyReadsDoNotOpenTheDoor() throws Exception {
        var behind = new RateFilterBehindSignIn(limits, new ObjectMapper());
        for (int i = 0; i < 4; i++) {
            var stranger = request("GET", "/api/v1/takip", HOME);
            stranger.addHeader("Authorization", "Bearer x");
            var response = new MockHttpServletResponse();
            behind.doFilter(stranger, response, new MockFilterChain());
            assertThat(response.getStatus()).isEqualTo(i < 3 ? 200 : 429);
        }
        var system = request("GET", "/api/v1/takip", HOME);
        system.addHeader("Authorization", "Basic x");
        system.setUserPrincipal(() -> "istemci");
        var response = new MockHttpServletResponse();
        behind.doFilter(system, response, new MockFilterChain());
        assertThat(response.getStatus()).isEqualTo(200);
    }

    @Test
    void wrongCodesCloseTrackingButNotApplying() throws Exception {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request("POST", "/takip", HOME)));
        limits.wrongCode();
        assertThat(send("POST", "/takip", HOME).getStatus()).isEqualTo(200);
        limits.wrongCode();

        assertThat(send("GET", "/api/v1/takip", HOME).getStatus()).isEqualTo(429);
        assertThat(send("POST", "/basvuru", HOME).getStatus()).isEqualTo(200);
        time.pass(Duration.ofMinutes(30));
        assertThat(send("GET", "/api/v1/takip", HOME).getStatus()).isEqualTo(200);
    }

    @Test
    void aRecipientHasAShareHoweverItIsWritten() {
        limits.requireRecipients("Ayse@Example.org", "+905321112233");
        limits.requireRecipients("ayse@example.org", null);

        assertThatThrownBy(() -> limits.requireRecipients("AYSE@EXAMPLE.ORG"))
                .isInstanceOfSatisfying(
                        TooManyRequestsException.class,
                        refused -> assertThat(refused.sentence()).contains("30 dakika"));
        assertThatCode(() -> limits.requireRecipients(null, "+905321112233")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "::ffff:192.0.2.1, 192.0.2.1, true"
    })
    void anIpv6CustomerIsOneAddress(String one, String other, boolean same) {
        assertThat(NetworkAddress.of(one).equals(NetworkAddress.of(other))).isEqualTo(same);
    }

    private MockHttpServletResponse send(String method, String path, String address)
            throws ServletException, IOException {
        return send(request(method, path, address));
    }

    private MockHttpServletResponse send(MockHttpServletRequest request) throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static MockHttpServletRequest request(String method, String path, String address) {
        var request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        return request;
    }

    /** Moves only by hand. */
    private static final class HandSet implements TimeMeter {

        private long nanos;

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
