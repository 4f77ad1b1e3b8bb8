package tr.muhatap.deputy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.ClaimedTasks;
import tr.muhatap.basvuru.ClaimedTasks.Claimed;
import tr.muhatap.basvuru.History;
import tr.muhatap.basvuru.StaffTasks.Task;
import tr.muhatap.basvuru.StaffTasks.TaskKind;
import tr.muhatap.dosya.Notes;

/** What keeps the look at taken tasks from ending early, and from asking who works. */
class UntouchedTasksTest {

    private static final Instant NOW = Instant.parse("2026-05-18T09:00:00Z");
    private static final Claimed FIRST = claimed("1");
    private static final Claimed SECOND = claimed("2");

    private final ClaimedTasks tasks = mock(ClaimedTasks.class);
    private final BasvuruRegister register = mock(BasvuruRegister.class);
    private final Notes notes = mock(Notes.class);
    private final History history = mock(History.class);
    private final JdbcClient jdbc = mock(JdbcClient.class, RETURNS_DEEP_STUBS);
    private final UntouchedTasks untouched = new UntouchedTasks(
            tasks,
            register,
            notes,
            history,
            new DeputySettings(Duration.ofDays(7), Duration.ofDays(2), Duration.ofMinutes(10)),
            jdbc,
            new TransactionTemplate(mock(PlatformTransactionManager.class)),
            Clock.fixed(NOW, ZoneOffset.UTC));

    private static Claimed claimed(String id) {
        return new Claimed(new Task(id, "2026-00000" + id, TaskKind.CEVAP, "fen"), NOW.minus(Duration.ofDays(20)));
    }

    @BeforeEach
    void nothingIsAskedYet() {
        when(tasks.move(any(), any())).thenReturn(true);
    }

    @Test
    void oneThatFailsForEverKeepsNoOtherFromComingBackOnALaterPage() {
        when(tasks.ofGone(eq(""), anyInt())).thenReturn(List.of(FIRST));
        when(tasks.ofGone(eq("1"), anyInt())).thenReturn(List.of(SECOND));
        doThrow(new IllegalStateException("broken"))
                .when(register)
                .giveBack(eq(FIRST.task().number()), any(), anyString(), anyString());

        assertThatCode(untouched::sweep).doesNotThrowAnyException();

        verify(tasks, never()).move(FIRST.task(), null);
        verify(tasks).move(SECOND.task(), null);
    }

    @Test
    void whoDidSomethingElseAboutTheApplicationIsNotAsked() {
        when(tasks.untouchedSince(any(), eq(""), anyInt())).thenReturn(List.of(FIRST, SECOND));
        when(history.lastActs(any()))
                .thenReturn(List.of(
                        new History.Act(FIRST.task().number(), "fen", NOW.minus(Duration.ofDays(1))),
                        new History.Act(SECOND.task().number(), "park", NOW.minus(Duration.ofDays(1))),
                        new History.Act(SECOND.task().number(), "fen", NOW.minus(Duration.ofDays(8)))));

        untouched.sweep();

        verify(notes, never()).addFromProgram(eq(FIRST.task().number()), anyString());
        verify(notes).addFromProgram(eq(SECOND.task().number()), org.mockito.ArgumentMatchers.contains("10.05.2026"));
    }
}
