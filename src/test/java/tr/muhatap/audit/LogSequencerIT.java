package tr.muhatap.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tr.muhatap.CutDatabase;
import tr.muhatap.access.CurrentUser;

/** Every event is appended to the log exactly once, in any order of commits and with any number of nodes. */
class LogSequencerIT {

    @ParameterizedTest
    @EnumSource
    void whatWasThereBeforeIsPutInByTheFirstSweep(HistoryDatabase kind) {
        var database = kind.opened();
        for (int each = 0; each < 2_345; each++) {
            database.happens("2026-%06d".formatted(each % 700), "Alindi", "{\"text\":\"Çukur " + each + "\"}");
        }

        database.node().sweep();

        assertThat(entries(database))
                .isEqualTo(LongStream.range(0, 2_346).boxed().toList());
        assertThat(database.jdbc()
                        .sql("select olay from kayit_zinciri where sira > 0 order by sira")
                        .query(Long.class)
                        .list())
                .isEqualTo(database.jdbc()
                        .sql("select id from olay order by id")
                        .query(Long.class)
                        .list());
        assertThat(database.count("olay_tuzu")).isEqualTo(700);
        database.node().sweep();
        assertThat(entries(database)).hasSize(2_346);
    }

    /** An id is assigned before its row is visible; meanwhile later ones are appended. */
    @ParameterizedTest
    @EnumSource
    void aRowThatCommitsBehindLaterOnesIsNotForgotten(HistoryDatabase kind) throws InterruptedException {
        var database = kind.opened();
        var node = database.node();
        var inserted = new CountDownLatch(1);
        var maySee = new CountDownLatch(1);
        var slow = new Thread(() -> database.transactions().executeWithoutResult(transaction -> {
            database.happens("2026-000001", "Alindi", "{}");
            inserted.countDown();
            await(maySee);
        }));
        slow.start();
        inserted.await();
        database.happens("2026-000002", "Alindi", "{}");
        node.sweep();
        assertThat(entries(database)).containsExactly(0L, 1L);
        maySee.countDown();
        slow.join();

        node.sweep();

        assertThat(database.jdbc()
                        .sql("select number from kayit_zinciri where sira > 0 order by sira")
                        .query(String.class)
                        .list())
                .containsExactly("2026-000002", "2026-000001");
    }

    @ParameterizedTest
    @EnumSource
    void severalNodesPutEachEventInOnce(HistoryDatabase kind) throws Exception {
        var database = kind.opened();
        var threads = Executors.newFixedThreadPool(4);
        var work = new ArrayList<Callable<Object>>();
        for (int node = 0; node < 4; node++) {
            var sequencer = database.node();
            work.add(() -> {
                for (int each = 0; each < 50; each++) {
                    database.happens("2026-%06d".formatted(each % 5), "SevkEdildi", "{}");
                    sequencer.sweep();
                }
                return "";
            });
        }
        for (var done : threads.invokeAll(work)) {
            done.get();
        }
        threads.shutdown();
        database.node().sweep();

        assertThat(entries(database)).isEqualTo(LongStream.range(0, 201).boxed().toList());
    }

    /** A crash at any point leaves nothing or the whole batch. */
    @ParameterizedTest
    @EnumSource
    void aBatchThatIsCutOffLeavesNothing(HistoryDatabase kind) {
        var database = kind.opened();
        database.happens("2026-000001", "Alindi", "{}");
        assertThatThrownBy(() -> database.transactions().executeWithoutResult(transaction -> {
                    database.node().seal();
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(database.count("kayit_zinciri")).isZero();

        database.node().sweep();

        assertThat(entries(database)).containsExactly(0L, 1L);
    }

    @ParameterizedTest
    @EnumSource
    void cutAfterEachOfItsStepsInTurnItPutsEachEventInOnce(HistoryDatabase kind) {
        var database = kind.opened();
        int cut = 0;
        CutDatabase dying;
        do {
            cut++;
            database.happens("2026-%06d".formatted(cut % 3), "SevkEdildi", "{}");
            long before = database.count("kayit_zinciri");
            dying = new CutDatabase(database.database(), cut);
            database.through(dying).node().sweep();
            assertThat(database.count("kayit_zinciri"))
                    .as("all or nothing, cut at step %d", cut)
                    .isIn(before, cut + 1L);
        } while (dying.wasCut());
        database.node().sweep();

        assertThat(cut).as("steps of one batch").isGreaterThan(8);
        assertThat(entries(database))
                .isEqualTo(LongStream.rangeClosed(0, cut).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource
    void aResetBeginsAnotherLogAndKeepsTheOneBefore(HistoryDatabase kind) {
        var database = kind.opened();
        var node = database.node();
        database.happens("2026-000001", "Alindi", "{}");
        node.sweep();
        database.transactions().executeWithoutResult(transaction -> {
            node.startNew();
            database.jdbc().sql("delete from olay").update();
            database.jdbc().sql("delete from olay_tuzu").update();
        });
        database.happens("2026-000001", "Alindi", "{}");
        node.sweep();

        assertThat(database.jdbc()
                        .sql("select defter * 10 + sira from kayit_zinciri order by defter, sira")
                        .query(Long.class)
                        .list())
                .containsExactly(10L, 11L, 20L, 21L);
    }

    /** Else words that were read just before their erasure would be sealed with a salt behind it. */
    @ParameterizedTest
    @EnumSource
    void whileWordsAreErasedNothingIsSealed(HistoryDatabase kind) {
        var database = kind.opened();
        var erasers = List.<Runnable>of(
                () -> new HistoryEraser(database.jdbc()).erase(List.of("2026-000001")),
                () -> new AuditTrail(database.jdbc(), new ObjectMapper(), new CurrentUser(), Clock.systemUTC())
                        .listsErased(List.of(7L)));
        for (var eraser : erasers) {
            database.happens("2026-000001", "Alindi", "{}");
            database.happens("2026-000002", "Alindi", "{}");
            long before = database.count("kayit_zinciri");
            database.transactions().executeWithoutResult(transaction -> {
                eraser.run();
                CompletableFuture.runAsync(() -> database.node().sweep()).join();
                assertThat(database.count("kayit_zinciri")).isEqualTo(before);
            });
            database.node().sweep();
            assertThat(database.count("kayit_zinciri")).isGreaterThan(before);
        }
    }

    /** RFC 8785 orders names and omits insignificant characters; a salt makes hashes of equal texts differ. */
    @Test
    void anEntryIsHashedOfCanonicalJson() {
        assertThat(new String(LogEntry.canonical(Map.of("b", 2, "a", "ç\n")), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":\"ç\\n\",\"b\":2}");
        var event = new LogEntry.Event(1, "2026-000001", Instant.EPOCH, "masa", null, "Alindi", "{\"text\":\"Çukur\"}");
        assertThat(event.words(new byte[] {1})).isNotEqualTo(event.words(new byte[] {2}));
    }

    private static List<Long> entries(HistoryDatabase.Opened database) {
        return database.jdbc()
                .sql("select sira from kayit_zinciri order by sira")
                .query(Long.class)
                .list();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
