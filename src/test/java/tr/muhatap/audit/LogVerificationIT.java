package tr.muhatap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tr.muhatap.audit.LogVerification.What;
import tr.muhatap.officelog.OfficeChange;
import tr.muhatap.officelog.OfficeTable;

/** An attacker with write access to every table changes the history: the manipulation and its entry are found. */
class LogVerificationIT {

    private static final Instant NINE = Instant.parse("2026-06-01T06:00:00Z");
    private static final String KEY =
            Base64.getEncoder().encodeToString(HeadKeys.made().getPrivate().getEncoded());

    @TempDir
    Path anchors;

    /** Two applications alternate, ten events in all; a head after six entries and one after all eleven. */
    private HistoryDatabase.Opened office(HistoryDatabase kind) {
        var database = kind.opened();
        for (int each = 1; each <= 10; each++) {
            database.happens(
                    each % 2 == 1 ? "2026-000001" : "2026-000002",
                    "Olay" + each,
                    "{\"text\":\"Çukur " + each + "\"}",
                    NINE.plusSeconds(each));
            if (each == 5) {
                database.sign(KEY, anchors, NINE.plusSeconds(60));
            }
        }
        database.sign(KEY, anchors, NINE.plusSeconds(120));
        return database;
    }

    private LogVerification.Report verify(HistoryDatabase.Opened database) {
        try {
            return LogReader.verify(database.database(), LogReader.anchors(anchors), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyTouchedIsWhole(HistoryDatabase kind) throws IOException {
        var report = verify(office(kind));

        assertThat(report.broken()).isEmpty();
        assertThat(report.checked()).isEqualTo(11);
        assertThat(report.heads()).isEqualTo(2);
        assertThat(report.head()).extracting(LogHead::size).isEqualTo(11L);
        try (var files = Files.list(anchors)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("bas-1-000000000006.json", "bas-1-000000000011.json");
        }
    }

    static Stream<Arguments> tampering() {
        return Stream.of(
                // Manipulation, entry, statements; an entry's event has its number
                Arguments.of(
                        "a text behind its hash",
                        4,
                        What.DEGISTIRILDI,
                        List.of("update olay set detail = '{}' where id = 4")),
                Arguments.of(
                        "a time",
                        4,
                        What.DEGISTIRILDI,
                        List.of("update olay set at = at + interval '1' day where id = 4")),
                Arguments.of("who did it", 4, What.DEGISTIRILDI, List.of("update olay set actor = 'fen' where id = 4")),
                Arguments.of(
                        "his name", 4, What.DEGISTIRILDI, List.of("update olay set actor_name = 'X' where id = 4")),
                Arguments.of(
                        "what was done", 4, What.DEGISTIRILDI, List.of("update olay set action = 'X' where id = 4")),
                Arguments.of(
                        "to another application",
                        4,
                        What.DEGISTIRILDI,
                        List.of("update olay set number = '2026-000001' where id = 4")),
                Arguments.of(
                        "a hash",
                        4,
                        What.DEGISTIRILDI,
                        List.of("update kayit_zinciri set yaprak = detay where sira = 4")),
                Arguments.of(
                        "the hash of the words",
                        4,
                        What.DEGISTIRILDI,
                        List.of("update kayit_zinciri set detay = yaprak where sira = 4")),
                Arguments.of("an event", 4, What.SILINDI, List.of("delete from olay where id = 4")),
                Arguments.of("an entry", 4, What.SILINDI, List.of("delete from kayit_zinciri where sira = 4")),
                Arguments.of(
                        "both",
                        4,
                        What.SILINDI,
                        List.of("delete from olay where id = 4", "delete from kayit_zinciri where sira = 4")),
                Arguments.of(
                        "the last two, of two applications, closed up",
                        9,
                        What.KESILDI,
                        List.of("delete from kayit_zinciri where sira >= 9", "delete from olay where id >= 9")),
                Arguments.of("all of them", 0, What.KESILDI, List.of("delete from kayit_zinciri", "delete from olay")),
                Arguments.of("two events' places", 3, What.SIRASI_DEGISTI, swap("olay", "id", 3, 7)),
                Arguments.of("two entries' places", 4, What.SIRASI_DEGISTI, swap("kayit_zinciri", "sira", 4, 5)),
                Arguments.of("a salt", 1, What.SILINDI, List.of("delete from olay_tuzu where number = '2026-000001'")),
                Arguments.of(
                        "words that only seem erased",
                        1,
                        What.DEGISTIRILDI,
                        List.of("update olay_tuzu set tuz = null where number = '2026-000001'")),
                Arguments.of(
                        "a head",
                        10,
                        What.BAS_DEGISTIRILDI,
                        List.of("update zincir_basi set kok = imza where boy = 11")),
                Arguments.of(
                        "a head's time",
                        5,
                        What.BAS_DEGISTIRILDI,
                        List.of("update zincir_basi set zaman = zaman + interval '1' day where boy = 6")),
                Arguments.of(
                        "a head that is outside",
                        5,
                        What.BAS_DEGISTIRILDI,
                        List.of("delete from zincir_basi where boy = 6")),
                Arguments.of(
                        "the log's beginning",
                        0,
                        What.DEGISTIRILDI,
                        List.of(
                                "update kayit_zinciri set yaprak = (select detay from kayit_zinciri where sira = 1) where sira = 0")),
                Arguments.of(
                        "back to a backup of the evening before",
                        6,
                        What.GERI_ALINDI,
                        List.of(
                                "delete from kayit_zinciri where sira >= 6", "delete from olay where id >= 6",
                                "delete from zincir_basi where boy = 11", "delete from zincir_capasi where boy = 11")));
    }

    private static List<String> swap(String table, String column, int one, int other) {
        return List.of(
                "update " + table + " set " + column + " = 99 where " + column + " = " + one,
                "update " + table + " set " + column + " = " + one + " where " + column + " = " + other,
                "update " + table + " set " + column + " = " + other + " where " + column + " = 99");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tampering")
    void whatWasDoneIsNamed(String done, long entry, What what, List<String> statements) {
        for (var kind : HistoryDatabase.values()) {
            var database = office(kind);
            statements.forEach(statement -> database.jdbc().sql(statement).update());

            var report = verify(database);

            assertThat(report.isWhole()).as(done).isFalse();
            assertThat(report.broken().get(0))
                    .as(done + " on " + kind + ": " + report.broken())
                    .satisfies(first -> {
                        assertThat(first.entry()).isEqualTo(entry);
                        assertThat(first.what()).isEqualTo(what);
                    });
            deleteAnchors();
        }
    }

    /** The attacker closes the gap and recomputes all hashes: the head does not match. */
    @ParameterizedTest
    @EnumSource
    void whoeverMakesAllHashesAnewIsBetrayedByTheHeads(HistoryDatabase kind) {
        var database = office(kind);
        database.jdbc().sql("update olay set detail = '{}' where id = 8").update();
        database.jdbc().sql("delete from kayit_zinciri").update();
        database.node().sweep();

        assertThat(verify(database).broken()).first().satisfies(first -> {
            assertThat(first.what()).isEqualTo(What.YENIDEN_YAZILDI);
            assertThat(first.entry()).isEqualTo(6);
        });
    }

    /** Later entries are moved up. */
    @ParameterizedTest
    @EnumSource
    void aGapThatIsClosedIsFound(HistoryDatabase kind) {
        var database = office(kind);
        database.jdbc().sql("delete from kayit_zinciri where sira = 9").update();
        database.jdbc().sql("update kayit_zinciri set sira = 9 where sira = 10").update();
        assertThat(verify(database).broken()).first().satisfies(first -> {
            assertThat(first.what()).isEqualTo(What.SILINDI);
            assertThat(first.entry()).isEqualTo(9);
        });
    }

    /** An entry is inserted, the others are moved. */
    @ParameterizedTest
    @EnumSource
    void anEntryThatWasPushedInIsFound(HistoryDatabase kind) {
        var database = office(kind);
        for (int each = 10; each >= 7; each--) {
            database.jdbc()
                    .sql("update kayit_zinciri set sira = sira + 1 where sira = " + each)
                    .update();
        }
        database.happens("2026-000003", "Olay", "{}", NINE.plusSeconds(6));
        database.jdbc()
                .sql(
                        "insert into kayit_zinciri (defter, sira, olay, number, detay, yaprak) "
                                + "select defter, 7, (select max(id) from olay), '2026-000003', detay, yaprak from kayit_zinciri where sira = 1")
                .update();

        assertThat(verify(database).broken())
                .first()
                .satisfies(first -> assertThat(first.entry()).isEqualTo(7));
    }

    /** The attacker inserts a backdated event and lets the program seal it. */
    @ParameterizedTest
    @EnumSource
    void anEventOfLongAgoThatComesNowIsFound(HistoryDatabase kind) {
        var database = office(kind);
        database.happens("2026-000001", "SureUzatildi", "{}", NINE.minus(Duration.ofDays(3)));
        database.node().sweep();

        assertThat(verify(database).broken()).singleElement().satisfies(one -> {
            assertThat(one.what()).isEqualTo(What.EKLENDI);
            assertThat(one.number()).isEqualTo("2026-000001");
            assertThat(one.entry()).isEqualTo(11);
        });
    }

    /** What grew is compared with what was verified before; what is older, by a whole run alone. */
    @ParameterizedTest
    @EnumSource
    void growthIsVerifiedBehindTheLastHead(HistoryDatabase kind) throws IOException {
        var database = office(kind);
        var first = LogReader.verify(database.database(), LogReader.anchors(anchors), Map.of(), null);
        assertThat(first.since()).isZero();
        for (int each = 11; each <= 14; each++) {
            database.happens("2026-00000" + each % 3, "Olay" + each, "{}", NINE.plusSeconds(120 + each));
        }
        database.sign(KEY, anchors, NINE.plusSeconds(240));

        var growth = LogReader.verify(database.database(), LogReader.anchors(anchors), Map.of(), first.verified());
        assertThat(growth.broken()).isEmpty();
        assertThat(growth.since()).isEqualTo(11);
        assertThat(growth.checked()).isEqualTo(4);
        assertThat(growth.heads()).isEqualTo(1);

        database.jdbc().sql("update olay set detail = '{}' where id = 3").update();
        assertThat(LogReader.verify(database.database(), LogReader.anchors(anchors), Map.of(), first.verified())
                        .broken())
                .as("older than what was read")
                .isEmpty();
        database.jdbc().sql("update olay set actor = 'X' where id = 12").update();
        assertThat(LogReader.verify(database.database(), LogReader.anchors(anchors), Map.of(), first.verified())
                        .broken())
                .singleElement()
                .extracting(LogVerification.Broken::entry)
                .isEqualTo(12L);
        assertThat(verify(database).broken())
                .extracting(LogVerification.Broken::entry)
                .containsExactly(3L, 12L);
    }

    static Stream<Arguments> whatMakesAnyRunAWholeOne() {
        return Stream.of(
                        "delete from kayit_zinciri where sira = 4",
                        "update zincir_basi set kok = imza where boy = 11",
                        "update zincir_basi set tepeler = kok where boy = 11",
                        "delete from zincir_basi where boy = 6")
                .flatMap(statement -> Stream.of(HistoryDatabase.values()).map(kind -> Arguments.of(kind, statement)));
    }

    @ParameterizedTest
    @MethodSource
    void whatMakesAnyRunAWholeOne(HistoryDatabase kind, String statement) throws IOException {
        var database = office(kind);
        var first = verify(database);
        database.happens("2026-000001", "Olay11", "{}", NINE.plusSeconds(130));
        database.sign(KEY, anchors, NINE.plusSeconds(180));

        database.jdbc().sql(statement).update();

        assertThat(LogReader.verify(database.database(), LogReader.anchors(anchors), Map.of(), first.verified())
                        .since())
                .isZero();
    }

    static Stream<Arguments> tamperingWithLooks() {
        return Stream.of(HistoryDatabase.values())
                .flatMap(kind -> Stream.of(
                                "update kisisel_veri_goruntuleme set actor = 'x' where id = 2",
                                "update kisisel_veri_goruntuleme set place = 'x' where id = 2",
                                "update kisisel_veri_goruntuleme set number = '2026-000009' where id = 2",
                                "update kisisel_veri_goruntuleme set at = at + interval '1' day where id = 2",
                                "delete from kisisel_veri_goruntuleme where id = 2",
                                "update liste_goruntuleme set numaralar = '2026-000003' where id = 1",
                                "update liste_goruntuleme set sorgu = '' where id = 1",
                                "delete from liste_goruntuleme where id = 1",
                                "update kurum_olayi set actor = 'x' where id = 1",
                                "update kurum_olayi set ozet = 'x' where id = 1",
                                "delete from kurum_olayi where id = 1")
                        .map(statement -> Arguments.of(kind, statement)));
    }

    @ParameterizedTest
    @MethodSource
    void tamperingWithLooks(HistoryDatabase kind, String statement) throws IOException {
        var database = office(kind);
        looks(database, NINE.plusSeconds(130));
        database.sign(KEY, anchors, NINE.plusSeconds(180));
        assertThat(verify(database).broken()).isEmpty();

        database.jdbc().sql(statement).update();

        assertThat(verify(database).broken()).singleElement().satisfies(one -> {
            assertThat(one.what()).isIn(What.DEGISTIRILDI, What.SILINDI);
            assertThat(one.subject())
                    .startsWith(
                            statement.contains("liste")
                                    ? "liste görüntüleme kaydı"
                                    : statement.contains("kurum") ? "kurum kaydı" : "görüntüleme kaydı");
        });
    }

    @ParameterizedTest
    @EnumSource
    void wordsOfAListAreErasedWithTheirSaltAlone(HistoryDatabase kind) {
        var database = office(kind);
        looks(database, NINE.plusSeconds(130));
        database.node().sweep();
        database.jdbc().sql("update liste_goruntuleme set sorgu = ''").update();
        assertThat(verify(database).broken()).hasSize(1);

        takeSalts(database);

        assertThat(verify(database).broken()).isEmpty();
        assertThat(verify(database).erased()).isEqualTo(1);
    }

    /** Nothing that an erasure leaves may be rewritten behind it, and what is never erased may not look so. */
    static Stream<Arguments> whatSeemsErasedButWasRewrittenIsNamed() {
        return Stream.of(HistoryDatabase.values())
                .flatMap(kind -> Stream.of(
                                "update kurum_olayi set ozet = 'cd', detail = '{}' where id = 1",
                                "update kurum_olayi set detail = '{}' where id = 1",
                                "update kurum_olayi set actor = 'x', detail = '{}' where id = 1",
                                "update kisisel_veri_goruntuleme set place = '' where id = 1",
                                "update liste_goruntuleme set sorgu = '', numaralar = '2026-000003'",
                                "update liste_goruntuleme set sorgu = '', numaralar = ''",
                                "update liste_goruntuleme set sorgu = '', actor = 'x'",
                                "update liste_goruntuleme set sorgu = '', place = 'x'",
                                "update liste_goruntuleme set sorgu = '', at = at + interval '1' second",
                                "update liste_goruntuleme set sorgu = 'q=x'")
                        .map(statement -> Arguments.of(kind, statement)));
    }

    @ParameterizedTest
    @MethodSource
    void whatSeemsErasedButWasRewrittenIsNamed(HistoryDatabase kind, String statement) {
        var database = office(kind);
        looks(database, NINE.plusSeconds(130));
        database.node().sweep();
        assertThat(verify(database).broken()).isEmpty();

        database.jdbc()
                .sql(
                        statement.contains("kisisel")
                                ? "update olay_tuzu set tuz = null where number = 'bakis'"
                                : "update kayit_tuzu set tuz = null where kaynak = "
                                        + (statement.contains("kurum") ? "3 and id = 1" : "2"))
                .update();
        database.jdbc().sql(statement).update();

        String subject = statement.contains("liste") ? "liste" : statement.contains("kurum") ? "kurum" : "görüntüleme";
        assertThat(verify(database).broken()).anySatisfy(one -> {
            assertThat(one.what()).isEqualTo(What.DEGISTIRILDI);
            assertThat(one.subject()).startsWith(subject);
        });
    }

    private static void takeSalts(HistoryDatabase.Opened database) {
        database.jdbc()
                .sql("update kayit_tuzu set tuz = null where kaynak = " + LogSource.LISTE.code())
                .update();
    }

    /** As after an upgrade: what stood in the tables before they came into the log is no later insertion. */
    @ParameterizedTest
    @EnumSource
    void looksOfBeforeTheUpgradeAreTakenInAndLaterInsertionsAreFound(HistoryDatabase kind) throws IOException {
        var database = office(kind);
        looks(database, NINE.minus(Duration.ofDays(300)));
        database.jdbc().sql("delete from kurum_olayi").update();
        database.jdbc()
                .sql("insert into kurum_olayi (at, actor, action, detail) values (:at, 'sistem', 'ProgramSurumu', "
                        + "'{\"BAKIS\":3,\"LISTE\":1,\"version\":\"370\"}')")
                .param("at", NINE.plusSeconds(150).atOffset(ZoneOffset.UTC))
                .update();
        database.sign(KEY, anchors, NINE.plusSeconds(180));
        assertThat(verify(database).broken()).isEmpty();

        looks(database, NINE.minus(Duration.ofDays(2)));
        database.sign(KEY, anchors, NINE.plusSeconds(240));
        assertThat(verify(database).broken())
                .hasSize(5)
                .extracting(LogVerification.Broken::what)
                .containsOnly(What.EKLENDI);
    }

    /** The sequencer may run before the program has written which of the looks are older than the log. */
    @ParameterizedTest
    @EnumSource
    void noLookIsSealedBeforeTheEntryThatExcusesItsAge(HistoryDatabase kind) {
        var database = office(kind);
        looks(database, NINE.minus(Duration.ofDays(300)));
        database.jdbc()
                .sql("delete from kurum_olayi where action = 'ProgramSurumu'")
                .update();
        database.sign(KEY, anchors, NINE.plusSeconds(140));
        assertThat(database.count("kayit_zinciri where kaynak > 0")).isZero();

        database.jdbc()
                .sql("insert into kurum_olayi (at, actor, action, detail) values (:at, 'sistem', 'ProgramSurumu', "
                        + "'{\"BAKIS\":3,\"LISTE\":1,\"version\":\"370\"}')")
                .param("at", NINE.plusSeconds(150).atOffset(ZoneOffset.UTC))
                .update();
        database.jdbc().sql("delete from kurum_olayi where id = 1").update();
        database.sign(KEY, anchors, NINE.plusSeconds(180));
        assertThat(database.count("kayit_zinciri where kaynak > 0")).isEqualTo(5);
        assertThat(verify(database).broken()).isEmpty();
    }

    private static void looks(HistoryDatabase.Opened database, Instant at) {
        for (int each = 1; each <= 3; each++) {
            database.jdbc()
                    .sql("insert into kisisel_veri_goruntuleme (number, at, actor, place) "
                            + "values ('2026-000001', :at, 'denetci', 'dosya')")
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
        }
        database.jdbc()
                .sql("insert into liste_goruntuleme (at, actor, place, sorgu, numaralar) "
                        + "values (:at, 'denetci', 'basvurular', 'q=çukur', '2026-000001 2026-000002')")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        database.jdbc()
                .sql("insert into kurum_olayi (at, actor, action, tablo, anahtar, ozet, detail) "
                        + "values (:at, 'surec', 'AyarDegisti', 'ayar', 'muhatap.deneme', 'ab', '{\"value\":\"1\"}')")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        database.jdbc()
                .sql("insert into kurum_olayi (at, actor, action, detail) select :at, 'sistem', 'ProgramSurumu', "
                        + "'{\"BAKIS\":0,\"LISTE\":0,\"version\":\"370\"}' where not exists "
                        + "(select 1 from kurum_olayi where action = 'ProgramSurumu')")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @ParameterizedTest
    @EnumSource
    void erasedWordsLeaveTheChainWhole(HistoryDatabase kind) {
        var database = office(kind);
        database.jdbc()
                .sql("update olay set detail = '{}', actor_name = null where number = '2026-000001'")
                .update();
        database.jdbc()
                .sql("update olay_tuzu set tuz = null where number = '2026-000001'")
                .update();

        assertThat(verify(database).broken()).isEmpty();
        assertThat(verify(database).erased()).isEqualTo(5);
        database.jdbc().sql("update olay set actor = 'X' where id = 3").update();
        assertThat(verify(database).broken()).isNotEmpty();
    }

    /** A reset empties the history; the previous log is kept, and its heads stay valid. */
    @ParameterizedTest
    @EnumSource
    void aResetIsNoBreak(HistoryDatabase kind) {
        var database = office(kind);
        database.transactions().executeWithoutResult(transaction -> {
            database.node().startNew();
            database.jdbc().sql("delete from olay").update();
            database.jdbc().sql("delete from olay_tuzu").update();
        });
        database.happens("2026-000001", "Alindi", "{}", NINE);
        database.sign(KEY, anchors, NINE.plusSeconds(180));

        assertThat(verify(database).broken()).isEmpty();
        assertThat(verify(database).heads()).isEqualTo(3);
        database.jdbc()
                .sql("delete from kayit_zinciri where defter = 1 and sira = 10")
                .update();
        assertThat(verify(database).broken()).isNotEmpty();
    }

    /** A new key is used for new heads; the clock may go back a little. */
    @ParameterizedTest
    @EnumSource
    void anotherKeyAndAClockThatGoesBackBreakNothing(HistoryDatabase kind) {
        var database = office(kind);
        database.happens("2026-000001", "Onaylandi", "{}", NINE.plusSeconds(90));
        String next =
                Base64.getEncoder().encodeToString(HeadKeys.made().getPrivate().getEncoded());
        database.sign(next, anchors, NINE.plusSeconds(100));

        assertThat(verify(database).broken()).isEmpty();
        assertThat(verify(database).heads()).isEqualTo(3);
    }

    /** Whoever may write to the database puts another key into it and signs a log of his own. */
    @ParameterizedTest
    @EnumSource
    void aLogThatWasRewrittenWithAnotherKeyIsNamed(HistoryDatabase kind) throws IOException {
        var database = office(kind);
        assertThat(verifications(database).run(true).broken()).isEmpty();

        for (var statement : List.of(
                "update olay set actor = 'fen' where id = 4",
                "delete from kayit_zinciri",
                "delete from zincir_basi",
                "delete from zincir_anahtari")) {
            database.jdbc().sql(statement).update();
        }
        String other =
                Base64.getEncoder().encodeToString(HeadKeys.made().getPrivate().getEncoded());
        database.sign(other, Files.createDirectory(anchors.resolve("elsewhere")), NINE.plusSeconds(125));

        assertThat(verifications(database).run(true).broken())
                .extracting(Verifications.Fault::what)
                .containsExactly("BAS_DEGISTIRILDI");
    }

    private static Verifications verifications(HistoryDatabase.Opened database) {
        var settings = new AuditSettings(KEY, List.of(), "", 0);
        var clock = Clock.fixed(NINE.plusSeconds(130), ZoneOffset.UTC);
        var key = new SigningKey(settings, database.jdbc());
        var heads = new LogHeads(settings, database.node(), database.jdbc(), database.transactions(), clock, key);
        var stamps = new HeadStamps(
                new StampSettings("", Duration.ofHours(1), Duration.ofSeconds(1)),
                new HeadStampsIT.NoServer(),
                heads,
                database.jdbc(),
                clock);
        return new Verifications(database.node(), heads, stamps, database.database(), key, settings, clock);
    }

    /** A moment without a zone stays what it is wherever the verifier runs. */
    @ParameterizedTest
    @EnumSource
    void aUsersLockHasTheSameDigestInEveryZone(HistoryDatabase kind) {
        var database = kind.opened();
        database.jdbc()
                .sql("create table act_id_user (id_ varchar(64), lock_exp_time_ timestamp)")
                .update();
        database.jdbc()
                .sql("insert into act_id_user values ('fen', timestamp '2099-01-01 00:00:00')")
                .update();
        var slice = new OfficeChange.Slice(OfficeTable.USERS, List.of("fen"));
        var here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Istanbul"));
            var digest = OfficeRows.digests(database.jdbc(), slice);
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            assertThat(OfficeRows.digests(database.jdbc(), slice)).isEqualTo(digest);
        } finally {
            TimeZone.setDefault(here);
        }
        database.jdbc().sql("update act_id_user set lock_exp_time_ = null").update();
        assertThat(OfficeRows.digests(database.jdbc(), slice)).hasSize(1);
    }

    @Test
    void theCommandNamesTheEntryAndTheHeadThatCoversIt() throws IOException {
        var database = office(HistoryDatabase.POSTGRESQL);
        var url = database.jdbc()
                .sql("select 'jdbc:postgresql://127.0.0.1:' || inet_server_port() || '/' || current_database()")
                .query(String.class)
                .single();
        var key = Files.writeString(
                anchors.resolve("acik.txt"),
                Base64.getEncoder()
                        .encodeToString(HeadKeys.pair(KEY).getPublic().getEncoded()));
        String[] arguments = {
            "--url", url, "--kullanici", "postgres", "--baslar", anchors.toString(), "--anahtar", key.toString()
        };

        assertThat(dogrula(0, arguments)).contains("Zincir bütün", "Okunan kayıt 11", "geçerli imzalı baş 2");

        database.jdbc().sql("update olay set detail = '{}' where id = 4").update();
        assertThat(dogrula(1, arguments))
                .contains(
                        "ZİNCİR BOZUK",
                        "Defter 1 kayıt 4 · başvuru 2026-000002: değiştirildi · kapsayan ilk baş: boy 6");

        Files.writeString(
                key,
                Base64.getEncoder().encodeToString(HeadKeys.made().getPublic().getEncoded()));
        assertThat(dogrula(1, arguments)).contains("imzalı baş değiştirildi");
        assertThat(dogrula(2, "--url", "jdbc:h2:mem:yok;IFEXISTS=TRUE")).contains("Doğrulanamadı");
        assertThat(dogrula(2, "--url", "")).contains("Veri tabanının adresi yok");
    }

    /** Computed by OpenSSL from the seed 00 01 … 1f. */
    @Test
    void thePublicKeyIsComputedFromThePrivateOne() {
        var pair = HeadKeys.pair("MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f");

        assertThat(HexFormat.of().formatHex(pair.getPublic().getEncoded()))
                .endsWith("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8");
        byte[] words = {1, 2, 3};
        assertThat(HeadKeys.isSigned(pair.getPublic(), words, HeadKeys.sign(pair.getPrivate(), words)))
                .isTrue();
    }

    private static String dogrula(int exit, String... arguments) {
        var out = new StringWriter();
        var command = new CommandLine(new VerifyCommand()).setOut(new PrintWriter(out));
        assertThat(command.execute(arguments)).as(out.toString()).isEqualTo(exit);
        return out.toString();
    }

    private void deleteAnchors() {
        try (var files = Files.list(anchors)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
