package tr.muhatap.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockMultipartHttpServletRequest;
import org.springframework.security.access.AccessDeniedException;
import tr.muhatap.organization.Organization;
import tr.muhatap.rate.RateLimits;

/** Whoever sends forms without a key that opens is counted, so that further ones are refused before they are read. */
class GeoReportControllerTest {

    private final ApiKeys keys = mock(ApiKeys.class);
    private final RateLimits limits = mock(RateLimits.class);
    private final GeoReportController controller = new GeoReportController(
            mock(GeoReportServices.class),
            mock(GeoReportRequests.class),
            mock(GeoReportUpdates.class),
            keys,
            limits,
            mock(Organization.class),
            "",
            "");

    @BeforeEach
    void noKeyOpens() {
        when(keys.client(any())).thenReturn(Optional.empty());
    }

    @Test
    void aMissingKeyCountsLikeAWrongOne() {
        var without = new MockHttpServletRequest("POST", "/open311/v2/requests");
        var wrong = new MockHttpServletRequest("POST", "/open311/v2/requests");
        wrong.setParameter("api_key", "x");

        assertThatThrownBy(() -> controller.take(without)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> controller.takeUpdate(wrong)).isInstanceOf(AccessDeniedException.class);

        verify(limits, times(2)).requireSecrets(without.getRemoteAddr());
    }

    @Test
    void filesSentToNowhereCountToo() {
        var files = new MockMultipartHttpServletRequest();
        files.setRequestURI("/open311/yok");

        assertThat(controller.nothing(files).getStatusCode().value()).isEqualTo(404);

        verify(limits).requireSecrets(files.getRemoteAddr());
    }
}
