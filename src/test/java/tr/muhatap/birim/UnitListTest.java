package tr.muhatap.birim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.OrganizationTable;
import tr.muhatap.problem.InvalidInputException;

/** A file of units and topics is no larger than what is taken in while others wait. */
class UnitListTest {

    private final OrganizationTable table = mock(OrganizationTable.class);
    private final UnitList list = new UnitList(mock(UnitOffice.class), new Organization(), table);

    private static byte[] rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(row -> ";Birim;;Konu " + row + ";")
                .collect(Collectors.joining("\n", String.join(";", UnitList.COLUMNS) + "\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aThousandRowsAreRead() {
        assertThat(list.read(rows(1_000))).isEqualTo(1_000);
        verify(table).together(any());
    }

    @Test
    void moreAreRefusedBeforeAnybodyWaits() {
        assertThatThrownBy(() -> list.read(rows(1_001)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.message()).contains("en çok 1000 satır")));
        verify(table, never()).together(any());
    }
}
