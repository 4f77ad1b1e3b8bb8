package tr.muhatap.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Each door knows what passed, what it refused and what waits. */
@HttpTest
class DoorsIT {

    private static final String CALLS = "/api/v1/cagri/hipcall";

    @Autowired
    private Doors doors;

    @LocalServerPort
    int port;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    void everyKindOfDoorHasOneState() {
        assertThat(doors.states())
                .extracting(DoorState::kind)
                .containsExactlyElementsOf(Arrays.stream(DoorKind.values())
                        .filter(kind -> doors.states().stream().anyMatch(state -> state.kind() == kind))
                        .toList())
                .doesNotHaveDuplicates()
                .contains(DoorKind.WEB_FORMU, DoorKind.API, DoorKind.E_POSTA, DoorKind.AKTARIM, DoorKind.CAGRI);
    }

    @Test
    void aCallWithoutAnApplicationWaitsAndAnEventThatNobodyCanReadIsRefused() {
        var before = state(DoorKind.CAGRI);

        office.post("istemci", CALLS, """
                {"event":"call_hangup","data":{"uuid":"k%s","direction":"inbound","caller_number":"05329998877"}}""".formatted(Office.unique()));
        office.post("istemci", CALLS, "{\"event\":");
        office.post("istemci", CALLS, "[]");

        var after = state(DoorKind.CAGRI);
        assertThat(after.waiting()).isEqualTo(before.waiting() + 1);
        assertThat(after.refused()).isEqualTo(before.refused() + 2);
        assertThat(after.lastEvent()).isNotNull();
        assertThat(after.oldestWaiting()).isNotNull();
    }

    @Test
    void aSubmissionThatIsNoJsonIsCountedAsOneThatLacksPapers() {
        var before = state(DoorKind.API);

        office.post("istemci", "/api/v1/basvurular", "{");
        office.post("istemci", "/api/v1/basvurular", "{\"channel\":\"ALO_153\"}");
        Office.does(office.post("istemci", "/api/v1/basvurular", Office.call("d" + Office.unique())));

        var after = state(DoorKind.API);
        assertThat(after.refused()).isEqualTo(before.refused() + 2);
        assertThat(after.lastEvent()).isNotNull();
    }

    private DoorState state(DoorKind kind) {
        return doors.states().stream()
                .filter(state -> state.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
