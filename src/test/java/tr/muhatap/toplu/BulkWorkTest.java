package tr.muhatap.toplu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.History;
import tr.muhatap.basvuru.PersonalDataLog;
import tr.muhatap.basvuru.RankedUnits;
import tr.muhatap.basvuru.StaffTasks;
import tr.muhatap.basvuru.StaffTasks.TaskKind;
import tr.muhatap.dosya.BasvuruQueries;
import tr.muhatap.dosya.HistoryWords;
import tr.muhatap.dosya.Workplace;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.toplu.BulkWork.Operation;
import tr.muhatap.toplu.BulkWork.Order;
import tr.muhatap.toplu.BulkWork.Verdict;

/** What an order must say, and that each task is taken by itself, whatever becomes of the others. */
class BulkWorkTest {

    private final Tasks tasks = new Tasks();
    private final Transactions transactions = new Transactions();
    private final BulkWork work = new BulkWork(
            tasks,
            mock(BasvuruRegister.class),
            mock(BasvuruQueries.class),
            mock(BasvuruAccess.class),
            mock(Workplace.class),
            mock(RankedUnits.class),
            new Organization(),
            mock(History.class),
            mock(HistoryWords.class),
            mock(PersonalDataLog.class),
            new CurrentUser(),
            new TransactionTemplate(transactions));

    @BeforeEach
    void signedIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "halkla", null, AuthorityUtils.NO_AUTHORITIES));
    }

    @AfterEach
    void signedOut() {
        SecurityContextHolder.clearContext();
    }

    // What an order says

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "SEVK  | t/2026-000001/           | -          | -   | ",
                "SEVK  | t/2026-000001            | fen-isleri | -   | ",
                "SEVK  | t/2026-000001            | ' '        | -   | ",
                "-     | t/2026-000001            | -          | -   | islem: Yapılacak işlemi seçin.",
                "sevk  | t/2026-000001            | -          | -   | islem: Yapılacak işlemi seçin.",
                "SEVK  | -                        | -          | -   | satir: En az bir görev seçin.",
                "SEVK  | t/2026-000001            | yok        | -   | hedef: “yok” kodlu bir birim yok.",
                "SEVK  | t                        | -          | -   | satir: Seçilen görev okunamadı. Listeden yeniden seçin.",
                "SEVK  | t/2026-000001/fen/biraz  | -          | -   | satir: Seçilen görev okunamadı. Listeden yeniden seçin.",
                "SEVK  | t/2026-000001            | -          | a\u0007b | gerekce: Notta görünmeyen karakter olamaz.",
                "-     | -                        | yok        | -   | satir: En az bir görev seçin. islem: Yapılacak işlemi seçin. hedef: “yok” kodlu bir birim yok."
            })
    void anOrderNamesEveryFaultyField(
            @Nullable String operation,
            @Nullable String chosen,
            @Nullable String unit,
            @Nullable String reason,
            @Nullable String faults) {
        var given = chosen == null ? List.<String>of() : List.of(chosen);

        if (faults == null) {
            assertThat(work.order(operation, given, unit, null, reason).operation())
                    .isEqualTo(Operation.SEVK);
        } else {
            assertThatThrownBy(() -> work.order(operation, given, unit, null, reason))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            refused -> assertThat(refused.errors().stream()
                                            .map(fault -> fault.field() + ": " + fault.message())
                                            .collect(Collectors.joining(" ")))
                                    .isEqualTo(faults));
        }
    }

    @Test
    void aHundredTasksAreTakenAtOnceAndNoMore() {
        assertThat(work.order("ATA", tasksTo(BulkWork.MOST), null, " ", null).chosen())
                .hasSize(BulkWork.MOST);
        assertThatThrownBy(() -> work.order("ATA", tasksTo(BulkWork.MOST + 1), null, null, null))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::message)
                                .containsExactly("Tek seferde en çok 100 görev seçilebilir."));
    }

    @Test
    void theReasonIsCutNowhereAndIsNeverTooLong() {
        String longest = "\uD835\uDD5A".repeat(2_000);

        assertThat(work.order("SEVK", tasksTo(1), null, null, longest).reason()).isEqualTo(longest);
        assertThat(work.order("SEVK", tasksTo(1), null, null, " ").reason()).isEmpty();
        assertThatThrownBy(() -> work.order("SEVK", tasksTo(1), null, null, longest + "a"))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whoChoosesATaskTwiceChoosesItOnce() {
        var order = work.order("ATA", List.of("t/2026-000001/", "t/2026-000001/"), null, " fen ", null);

        assertThat(order.chosen()).containsExactly(new BulkWork.Chosen("t", "2026-000001", null));
        assertThat(order.user()).isEqualTo(" fen ");
        assertThat(work.order("ATA", tasksTo(1), null, " ", null).user()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"t/2026-000001/", "t/2026-000001/fen-isleri"})
    void aChosenTaskIsReadAsItWasWritten(String written) {
        assertThat(BulkWork.Chosen.of(written)).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource({"SEVK,SEVK,true", "ONAYLA,ONAY,true", "UYAR,MUDAHALE,true", "SEVK,ONAY,false", "ATA,CEVAP,true"})
    void anOperationIsForOneKindOfTaskOrForAll(Operation operation, TaskKind task, boolean possible) {
        assertThat(operation.isFor(task)).isEqualTo(possible);
    }

    // What becomes of each task

    @Test
    void aPreviewLeavesNothingAndTheWorkEachForItself() {
        givenTask("a", TaskKind.ONAY, null);
        givenTask("b", TaskKind.ONAY, null);
        var order = order(Operation.UYAR, "a", "b");

        assertThat(verdicts(work.preview(order))).containsExactly(Verdict.REDDEDILDI, Verdict.REDDEDILDI);

        givenTask("a", TaskKind.MUDAHALE, null);
        givenTask("b", TaskKind.MUDAHALE, null);
        transactions.ended.clear();
        assertThat(verdicts(work.preview(order))).containsExactly(Verdict.OLUR, Verdict.OLUR);
        assertThat(transactions.ended).containsExactly("rollback", "rollback");

        transactions.ended.clear();
        assertThat(verdicts(work.carryOut(order))).containsExactly(Verdict.YAPILDI, Verdict.YAPILDI);
        assertThat(transactions.ended).containsExactly("commit", "commit");
    }

    @Test
    void aTaskOfAnotherKindIsRefusedWithBothNames() {
        givenTask("a", TaskKind.ONAY, null);

        assertThat(work.carryOut(order(Operation.UYAR, "a")).get(0).sentence())
                .isEqualTo("Görev “Cevap onayı” aşamasında olduğundan bu işlem yapılamaz: Birimi uyar.");
        assertThat(tasks.completed).isEmpty();
    }

    @Test
    void whatOneTaskFailsWithLeavesTheOthers() {
        for (var id : List.of("a", "b", "c", "d", "e")) {
            givenTask(id, TaskKind.MUDAHALE, null);
        }
        tasks.failures.put("a", new AccessDeniedException("Görev sizin değil."));
        tasks.failures.put("b", new CannotAcquireLockException("row of act_ru_task"));
        tasks.failures.put("c", new IllegalStateException("a secret of the program"));
        tasks.failures.put("d", new InvalidInputException("birim", "Birim yok."));

        var rows = work.carryOut(order(Operation.UYAR, "a", "b", "c", "d", "e"));

        assertThat(rows.stream().map(BulkWork.Row::sentence))
                .containsExactly(
                        "Görev sizin değil.",
                        "Başvuru bu sırada başka bir kullanıcı tarafından değiştirildi.",
                        "Beklenmeyen bir hata oluştuğundan bu görevde hiçbir şey değişmedi.",
                        "Birim yok.",
                        "Uyarıldı.");
        assertThat(verdicts(rows))
                .containsExactly(
                        Verdict.REDDEDILDI,
                        Verdict.REDDEDILDI,
                        Verdict.REDDEDILDI,
                        Verdict.REDDEDILDI,
                        Verdict.YAPILDI);
        assertThat(transactions.ended).containsExactly("rollback", "rollback", "rollback", "rollback", "commit");
    }

    /** Another user was faster: the task is reported as closed; of an unreadable application nothing is reported. */
    @Test
    void aTaskThatIsGoneOrGoesMeanwhileIsClosed() {
        givenTask("a", TaskKind.MUDAHALE, null);
        tasks.failures.put("a", new NotFoundException("Görev yok."));
        tasks.gone.add("a");

        var rows = work.carryOut(order(Operation.UYAR, "a", "never"));

        assertThat(verdicts(rows)).containsExactly(Verdict.KAPALI, Verdict.KAPALI);
        assertThat(rows).extracting(BulkWork.Row::sentence).containsOnly("Böyle bir görev yok veya size açık değil.");
        assertThat(rows).extracting(row -> row.item().number()).containsOnly("");
    }

    @Test
    void withoutAUnitAndAProposalNothingIsRouted() {
        givenTask("a", TaskKind.SEVK, null);

        assertThat(work.preview(order(Operation.SEVK, "a")).get(0).sentence())
                .isEqualTo("Konusu için önerilen bir birim yok; birimi siz seçin.");

        var order = new Order(Operation.SEVK, chosen("a"), "fen-isleri", null, "");
        assertThat(work.preview(order).get(0).sentence()).isEqualTo("Sevk edilecek birim: Fen İşleri");
        assertThat(work.preview(order).get(0).item().chosen().unit()).isEqualTo("fen-isleri");
        // What the preview said stands
        var said = new Order(
                Operation.SEVK, List.of(new BulkWork.Chosen("a", "2026-a", "park-bahceler")), "fen-isleri", null, "");
        assertThat(work.carryOut(said).get(0).sentence()).isEqualTo("Sevk edildi: Park ve Bahçeler");
        assertThat(tasks.completed).containsExactly("a fen-isleri", "a fen-isleri", "a park-bahceler");
    }

    @Test
    void aTaskIsGivenToWhoeverIsNamedOrTaken() {
        givenTask("a", TaskKind.CEVAP, null);
        givenTask("b", TaskKind.CEVAP, "fen");

        assertThat(work.preview(order(Operation.ATA, "a")).get(0).sentence()).isEqualTo("Verilecek görevli: halkla");
        assertThat(work.carryOut(new Order(Operation.ATA, chosen("a", "b"), null, "park", "")).stream()
                        .map(BulkWork.Row::sentence))
                .containsExactly("Verildi: park", "Verildi: park (önce fen)");
        assertThat(tasks.assigned).containsExactly("a halkla", "a park", "b park");
    }

    private void givenTask(String id, TaskKind kind, @Nullable String assignee) {
        tasks.open.put(id, new StaffTasks.Task(id, "2026-" + id, kind, assignee));
    }

    private static Order order(Operation operation, String... tasks) {
        return new Order(operation, chosen(tasks), null, null, "");
    }

    private static List<BulkWork.Chosen> chosen(String... tasks) {
        return List.of(tasks).stream()
                .map(task -> new BulkWork.Chosen(task, "2026-" + task, null))
                .toList();
    }

    private static List<String> tasksTo(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "t" + i + "/2026-000001/")
                .toList();
    }

    private static List<Verdict> verdicts(List<BulkWork.Row> rows) {
        return rows.stream().map(BulkWork.Row::verdict).toList();
    }

    /** Open tasks in memory; some fail when they are taken. */
    private static final class Tasks implements StaffTasks {

        private final Map<String, Task> open = new HashMap<>();
        private final Map<String, RuntimeException> failures = new HashMap<>();
        private final List<String> gone = new ArrayList<>();
        private final List<String> completed = new ArrayList<>();
        private final List<String> assigned = new ArrayList<>();

        @Override
        public List<Task> waiting(int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean claimed(Task task) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Task> list(Filter filter, int first, int size) {
            return Collections.emptyList();
        }

        @Override
        public long count(Filter filter) {
            return 0;
        }

        @Override
        public Optional<Task> find(String id) {
            return Optional.ofNullable(open.get(id));
        }

        @Override
        public boolean mayWorkOn(String id) {
            return true;
        }

        @Override
        public List<Colleague> colleagues() {
            return List.of();
        }

        @Override
        public Optional<TaskKind> step(String element) {
            return Optional.empty();
        }

        @Override
        public void complete(Task task, Decision decision) {
            if (gone.contains(task.id())) {
                open.remove(task.id());
            }
            if (failures.containsKey(task.id())) {
                throw failures.get(task.id());
            }
            completed.add(task.id() + " " + (decision.unit() == null ? decision.value() : decision.unit()));
        }

        @Override
        public boolean complete(String number, String element, Decision decision) {
            return false;
        }

        @Override
        public Optional<String> element(tr.muhatap.basvuru.Status status) {
            return Optional.empty();
        }

        @Override
        public void assign(Task task, String user) {
            assigned.add(task.id() + " " + user);
        }
    }

    /** How each transaction ended. */
    private static final class Transactions extends AbstractPlatformTransactionManager {

        private final List<String> ended = new ArrayList<>();

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            ended.add("commit");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            ended.add("rollback");
        }
    }
}
