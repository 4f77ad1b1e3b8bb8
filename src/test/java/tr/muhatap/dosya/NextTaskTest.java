package tr.muhatap.dosya;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import tr.muhatap.basvuru.StaffTasks;
import tr.muhatap.basvuru.StaffTasks.Task;
import tr.muhatap.basvuru.StaffTasks.TaskKind;

/** Which task comes next, and what happens where others are faster. */
class NextTaskTest {

    private static final Task FIRST = new Task("1", "2026-000001", TaskKind.CEVAP, null);
    private static final Task THIRD = new Task("3", "2026-000003", TaskKind.CEVAP, null);
    private static final Task SECOND = new Task("2", "2026-000002", TaskKind.CEVAP, null);

    private final StaffTasks tasks = mock(StaffTasks.class);
    private final NextTask next = new NextTask(tasks);

    @Test
    void theFirstIsShownAndNotTaken() {
        when(tasks.waiting(anyInt())).thenReturn(List.of(FIRST, SECOND));

        assertThat(next.peek()).contains(FIRST);
        verify(tasks, never()).claimed(any());
    }

    @Test
    void whereSomebodyWasFasterTheNextIsTaken() {
        when(tasks.waiting(anyInt())).thenReturn(List.of(FIRST, SECOND));
        when(tasks.claimed(SECOND)).thenReturn(true);

        assertThat(next.take(null)).contains(SECOND);
        verify(tasks).claimed(FIRST);
    }

    @Test
    void whatSomebodyLeavesIsNotTheNext() {
        when(tasks.waiting(anyInt())).thenReturn(List.of(FIRST, SECOND));
        when(tasks.claimed(any())).thenReturn(true);

        assertThat(next.take("2026-000001")).contains(SECOND);
        verify(tasks, never()).claimed(FIRST);
    }

    /** With the first one excluded alone, two tasks came in turn for ever and the third never. */
    @Test
    void whoGoesOnComesByAllAndThenToTheFirstAgain() {
        when(tasks.waiting(anyInt())).thenReturn(List.of(FIRST, SECOND, THIRD));
        when(tasks.claimed(any())).thenReturn(true);

        assertThat(next.take(FIRST.number())).contains(SECOND);
        assertThat(next.take(SECOND.number())).contains(THIRD);
        assertThat(next.take(THIRD.number())).contains(FIRST);
        assertThat(next.take("2026-000099")).as("one that is done").contains(FIRST);
    }

    @Test
    void whereNobodyLeavesTheOrderHoldsAndWhatIsLeftAloneIsNoNext() {
        when(tasks.waiting(anyInt())).thenReturn(List.of(FIRST));
        when(tasks.claimed(any())).thenReturn(true);

        assertThat(next.take(FIRST.number())).isEmpty();
        assertThat(next.take(null)).contains(FIRST);
    }

    @Test
    void whereAllWereTakenTheListIsReadAgainAndNotForEver() {
        when(tasks.waiting(anyInt())).thenReturn(List.of(FIRST)).thenReturn(List.of(SECOND));
        when(tasks.claimed(SECOND)).thenReturn(true);
        assertThat(next.take(null)).contains(SECOND);

        when(tasks.waiting(anyInt())).thenReturn(List.of(FIRST));
        assertThat(next.take(null)).isEmpty();
        verify(tasks, times(7)).waiting(anyInt());
    }

    @Test
    void whereNothingWaitsNothingIsTaken() {
        when(tasks.waiting(anyInt())).thenReturn(List.of());

        assertThat(next.peek()).isEmpty();
        assertThat(next.take(null)).isEmpty();
        verify(tasks, times(2)).waiting(anyInt());
    }
}
