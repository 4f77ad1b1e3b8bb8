package tr.muhatap.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Personal data whose period is over go everywhere, once a person approved it; what is held, open or awaited stays. */
@HttpTest
class RetentionIT {

    private static final String PAGE = "/saklama";
    private static final String API = "/api/v1/basvurular/";

    /** Folded as the search index folds it, and short enough for every column of words. */
    private final String marker = "qz"
            + Office.unique()
                    .replaceAll("[^0-9a-f]", "")
                    .substring(0, 8)
                    .chars()
                    .mapToObj(digit -> String.valueOf((char) ('a' + digit % 20)))
                    .collect(Collectors.joining());

    /** What stays of an application, by table: codes, dates, names of staff, numbers. Every other column of words is erased. */
    private static final Map<String, Set<String>> KEPT = Map.ofEntries(
            Map.entry(
                    "basvuru",
                    Set.of(
                            "channel",
                            "source",
                            "kind",
                            "submission",
                            "topic",
                            "applicant_type",
                            "delivered_by",
                            "deadline_unit",
                            "deadline_basis",
                            "other_unit",
                            "other_basis",
                            "status",
                            "outcome",
                            "unit",
                            "taken_over_by",
                            "answer_outcome",
                            "answer_ground",
                            "appeal_outcome",
                            "previous_number",
                            "main_number",
                            "decision_author",
                            "answer_by",
                            "passed_on_by",
                            "answer_unmet_condition",
                            "hold_reason",
                            "hold_by",
                            "extension_notice_way",
                            "fee_notice_way",
                            "answer_notice_way",
                            "code_hash",
                            // A body, which the report on forwarded applications counts by name
                            "forwarded_to")),
            Map.entry("basvuru_birim", Set.of("unit")),
            Map.entry("cevap_turu", Set.of("unit", "outcome", "ground", "unmet_condition")),
            Map.entry("muracaat", Set.of("place", "ground", "deadline_unit", "deadline_basis", "outcome")),
            Map.entry("itiraz", Set.of("subject", "outcome")),
            Map.entry("kurum_gorusu", Set.of("kind", "body")),
            Map.entry("teblig_bekleyen", Set.of("paper")),
            Map.entry("cagri", Set.of("sistem", "stage", "extension", "operator", "noted_by")),
            Map.entry("gelen_posta", Set.of("mailbox", "fingerprint", "state", "reason", "decided_by")),
            Map.entry("aktarim_satir", Set.of("aktarim", "outcome")),
            Map.entry("denetim_bulgusu", Set.of("katman", "actor")),
            // The log has words of its own, which a change behind it would break: so that it is marked by what is done
            Map.entry("olay", Set.of("actor", "action", "detail", "actor_name")),
            Map.entry("gosterilecek_kod", Set.of("actor")),
            Map.entry("mesaj", Set.of("message_key", "purpose", "medium", "status")),
            Map.entry("yazi", Set.of("kind")),
            Map.entry("ek", Set.of("part", "file")),
            Map.entry("kisisel_veri_goruntuleme", Set.of("actor", "place")),
            Map.entry("karsilastirma_bulgu", Set.of("kind", "subject")),
            Map.entry("birim_onerisi_isabeti", Set.of("ay", "unit", "kaynak", "oneri_1", "oneri_2", "oneri_3")),
            Map.entry("rapor_tur", Set.of("channel", "kind", "topic", "unit", "outcome", "ground", "forwarded_to")),
            Map.entry("veri_gosterme", Set.of("actor", "field")),
            Map.entry("saklama_satiri", Set.of("kind", "state")));

    private static final String WORDS = "'CHARACTER VARYING', 'CHARACTER LARGE OBJECT', 'CHARACTER'";
    private static final String BYTES = "'BINARY VARYING', 'BINARY LARGE OBJECT', 'BINARY'";

    /** The log and what this writes itself hold no words; an awaited service keeps its application. */
    private static final Set<String> NOT_MARKED =
            Set.of("kayit_zinciri", "olay_tuzu", "teblig_bekleyen", "saklama_satiri");

    /** What a made-up row needs to be readable. */
    private static final Map<String, Object> VALID = Map.ofEntries(
            Map.entry("muracaat.place", "ILK"),
            Map.entry("muracaat.ground", "FAZLA_BELGE"),
            Map.entry("muracaat.deadline_unit", "GUN"),
            Map.entry("muracaat.answered_at", OffsetDateTime.parse("2026-06-01T09:00:00+03:00")),
            Map.entry("muracaat.outcome", "KABUL"),
            Map.entry("muracaat.answer", "0"),
            Map.entry("itiraz.subject", "CEVAP"),
            Map.entry("itiraz.outcome", "KABUL"),
            Map.entry("cevap_turu.outcome", "OLUMLU"),
            Map.entry("kurum_gorusu.kind", "GORUS"),
            Map.entry("kurum_gorusu.answered_on", LocalDate.of(2026, 6, 1)),
            Map.entry("cagri.stage", "BITTI"));

    private final List<String> inserted = new ArrayList<>();

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private RetentionWorker worker;

    @Autowired
    private Proposals proposals;

    @Autowired
    private Clock clock;

    @LocalServerPort
    int port;

    private Office office;

    @BeforeEach
    void nothingIsProposed() {
        office = new Office(port);
        // What another test left
        proposals
                .open()
                .ifPresent(
                        open -> jdbc.update("update saklama_onerisi set state = 'REDDEDILDI' where id = ?", open.id()));
        jdbc.update("update basvuru set closed_at = ? where closed_at < ?", now(), now().minusYears(5));
    }

    @AfterEach
    void madeUpRowsGo() {
        jdbc.update("delete from aktarim where id = '0'");
        // Children first
        Collections.reverse(inserted);
        inserted.stream().filter(statement -> !statement.isEmpty()).forEach(jdbc::update);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private String answered(String text) {
        return finished(atTheUnit(text));
    }

    private String atTheUnit(String text) {
        return office.atTheUnit("DIJITAL", """
                {"channel":"DIJITAL","source":"WEB","kind":"SIKAYET","subject":"%1$s konusu","text":"%1$s %2$s",
                 "externalReference":"%1$s-%3$s","latitude":38.72,"longitude":35.48,
                 "applicant":{"type":"GERCEK","firstName":"%1$s","lastName":"%1$s","nationalId":"10000000146",
                 "phone":"0532 111 22 33","email":"%1$s@ornek.example","address":"%1$s Sokağı"}}""".formatted(marker, text, Office.unique()));
    }

    private String finished(String number) {
        Office.does(office.put(
                "fen", API + number + "/cevap", "{\"outcome\":\"OLUMLU\",\"text\":\"" + marker + " cevabı\"}"));
        Office.does(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));
        office.moveClock("PT0S");
        return number;
    }

    private void closedYearsAgo(String number, int years) {
        jdbc.update("update basvuru set closed_at = ? where number = ?", now().minusYears(years), number);
    }

    private String proposed() {
        var answer = office.form("surec", PAGE, "islem", "hesapla");
        assertThat(answer.status()).isEqualTo(302);
        return office.get("surec", PAGE).response().body();
    }

    private void approvedAndDone() {
        var open = proposals.open().orElseThrow();
        long all = proposals.counts(open.id()).stream()
                .mapToLong(Proposal.Count::all)
                .sum();
        assertThat(office.form("surec", PAGE, "islem", "onayla", "oneri", "" + open.id(), "sayi", "" + all)
                        .status())
                .isEqualTo(302);
        for (int sweeps = 0; sweeps < 20 && proposals.get(open.id()).isOpen(); sweeps++) {
            worker.sweep();
        }
        assertThat(proposals.get(open.id()).state()).isEqualTo(Proposal.State.BITTI);
    }

    @Test
    void nothingOfAnApplicationIsFoundAnyMoreAndStatisticsStay() {
        String number = atTheUnit("metni");
        Office.does(office.upload("halkla", number, "BASVURU", marker + ".txt", marker + " eki"));
        office.form("halkla", "/dosya/" + number + "/not", "text", marker + " notu");
        Office.does(
                office.post("halkla", API + number + "/interim-answer", "{\"text\":\"" + marker + " ara cevabı\"}"));
        finished(number);
        office.get("halkla", "/basvurular?ad=" + marker);
        closedYearsAgo(number, 11);
        var columns = markAllColumns(number);
        assertThat(columns).as("columns of words").hasSizeGreaterThan(40);
        assertThat(found())
                .contains("olay.detail", "basvuru.text", "ek.content", "mesaj.body", "liste_goruntuleme.sorgu");
        String report = report();
        long notVerified = office.get("denetci", "/api/v1/audit/verification")
                .body()
                .get("broken")
                .size();

        assertThat(proposed()).contains(number, "onay bekliyor");
        approvedAndDone();

        assertThat(found()).isEmpty();
        assertThat(report()).isEqualTo(report);
        var left = office.get("halkla", API + number).body();
        assertThat(left.get("status").asText()).isEqualTo("KAPANDI");
        assertThat(left.get("outcome").asText()).isEqualTo("OLUMLU");
        assertThat(left.get("unit").asText()).isEqualTo("fen-isleri");
        assertThat(left.get("subject").asText()).isEqualTo("Kişisel veriler silindi");
        assertThat(office.get("halkla", "/dosya/" + number).response().body())
                .contains("Kişisel veriler silindi, başvuru anonim hâle getirildi");
        assertThat(office.get("halkla", API + number + "/history").body().findValuesAsText("action"))
                .contains("Alindi", "Kapandi", "AnonimHaleGetirildi");
        assertThat(office.get("denetci", "/api/v1/audit/verification").body().get("broken"))
                .as("the log verifies")
                .hasSize((int) notVerified);
        nothingHappensToItAnyMore(number);
        var done = proposals.all(1).get(0);
        assertThat(office.get("denetci", PAGE + "/" + done.id() + "/tutanak.pdf")
                        .response()
                        .body())
                .startsWith("%PDF");
    }

    private void nothingHappensToItAnyMore(String number) {
        assertThat(office.post("halkla", API + number + "/reopening", "{\"reason\":\"Yeniden\"}")
                        .status())
                .isEqualTo(409);
        assertThat(office.post("halkla", API + number + "/contact-correction", "{\"phone\":\"0532 111 22 34\"}")
                        .status())
                .isEqualTo(409);
        assertThat(office.post("surec", API + number + "/legal-hold", "{\"reason\":\"Dava\"}")
                        .status())
                .isEqualTo(409);
        assertThat(office.upload("halkla", number, "BASVURU", "yeni.txt", "yeni")
                        .status())
                .isEqualTo(403);
        assertThat(office.form("halkla", "/dosya/" + number + "/not", "text", "Yeni not")
                        .status())
                .isEqualTo(403);
        assertThat(office.form("halkla", "/dosya/" + number + "/takip-kodu").status())
                .isEqualTo(409);
    }

    @Test
    void whatIsHeldOpenOrAwaitedStays() {
        String held = answered("dava");
        String objected = answered("itiraz");
        String recourse = answered("müracaat");
        String young = answered("yeni");
        String later = answered("sonradan");
        String open = office.register("istemci", Office.application("DIJITAL"));
        List.of(held, objected, recourse, later).forEach(number -> closedYearsAgo(number, 11));
        closedYearsAgo(young, 9);
        jdbc.update("update basvuru set closed_at = ? where number = ?", now().minusYears(11), open);
        jdbc.update(
                "insert into itiraz (version, number, subject, round, filed_on, board_number, registered_on) "
                        + "values (0, ?, 'CEVAP', 0, ?, 'B-1', ?)",
                objected,
                LocalDate.now(clock),
                LocalDate.now(clock));
        jdbc.update(
                "insert into muracaat (version, number, place, ground, text, filed_at, deadline_limit, deadline_unit, "
                        + "deadline_last_day, deadline_late_from, deadline_basis, counted_from) "
                        + "values (0, ?, 'ILK', 'FAZLA_BELGE', 'x', ?, 10, 'GUN', ?, ?, 'x', ?)",
                recourse,
                now(),
                LocalDate.now(clock),
                now(),
                LocalDate.now(clock));
        Office.does(office.post("yonetici", API + held + "/legal-hold", "{\"reason\":\"Dava sürüyor.\"}"));

        assertThat(proposed())
                .contains(later)
                .doesNotContain(">" + objected, ">" + recourse, ">" + young, ">" + open)
                .contains("Dava sürüyor.");
        assertThat(proposals.lines(proposals.open().orElseThrow().id(), 1000))
                .extracting(Proposal.Line::number)
                .containsOnly(later);
        // Held after it was proposed
        office.form("surec", "/dosya/" + later + "/saklama-engeli", "islem", "koy", "reason", "Yeni dava");
        approvedAndDone();

        for (var number : List.of(held, objected, recourse, young, later, open)) {
            assertThat(jdbc.queryForObject(
                            "select erased_at is null from basvuru where number = ?", Boolean.class, number))
                    .as(number)
                    .isTrue();
        }
        assertThat(proposals.lines(proposals.all(1).get(0).id(), 10))
                .extracting(Proposal.Line::outcome)
                .containsOnly(Proposal.Outcome.ATLANDI);
        long ended = proposals.all(1).get(0).id();
        jdbc.update(
                "insert into saklama_satiri (oneri, number, kind, closed_year, state) values "
                        + "(?, '1990-000001', 'SIKAYET', 1990, 'SILINDI'), (?, '2999-000001', 'SIKAYET', 1990, 'BEKLIYOR'), "
                        + "(?, '1990-000002', 'SIKAYET', 1990, 'HATA')",
                ended,
                ended,
                ended);
        assertThat(proposals.lines(ended, 2))
                .as("where they do not all fit, what is erased is left out first")
                .extracting(Proposal.Line::number)
                .containsExactly("2999-000001", "1990-000002");
        jdbc.update("delete from saklama_satiri where oneri = ? and kind = 'SIKAYET' and closed_year = 1990", ended);
        assertThat(office.get("surec", "/dosya/" + later).response().body())
                .contains("Saklama engeli var", "Yeni dava", "Saklama engelini kaldır");
    }

    @Test
    void aHoldIsSetAndLiftedWithAReasonByThoseWhoMay() {
        String number = office.register("istemci", Office.application("DIJITAL"));
        String hold = API + number + "/legal-hold";
        String reason = "{\"reason\":\"Dava sürüyor.\"}";
        for (var user : List.of("halkla", "mudur", "denetci", "masa", "bilgi")) {
            int refused = user.equals("masa") || user.equals("bilgi") ? 404 : 403;
            assertThat(office.post(user, hold, reason).status()).as(user).isEqualTo(refused);
            assertThat(office.post(user, hold + "-lifting", reason).status())
                    .as(user)
                    .isEqualTo(refused);
        }
        assertThat(office.post("surec", hold, "{\"reason\":\" \"}").status()).isEqualTo(422);
        assertThat(office.post("surec", hold + "-lifting", reason)
                        .body()
                        .get("code")
                        .asText())
                .isEqualTo("SAKLAMA_ENGELI_YOK");
        Office.does(office.post("surec", hold, reason));
        assertThat(office.post("yonetici", hold, reason).body().get("code").asText())
                .isEqualTo("SAKLAMA_ENGELI_VAR");
        assertThat(office.form("surec", "/dosya/" + number + "/saklama-engeli", "islem", "kaldir", "reason", "")
                        .response()
                        .body())
                .contains("href=\"#engel-gerekcesi\"");
        Office.does(office.post("yonetici", hold + "-lifting", "{\"reason\":\"Dava sonuçlandı.\"}"));
        assertThat(office.get("surec", API + number + "/history").body().findValuesAsText("action"))
                .contains("SaklamaEngeliKonuldu", "SaklamaEngeliKaldirildi");
    }

    @Test
    void onlyTheProcessOwnerDecidesAndOnlyOnWhatHeSaw() {
        String number = answered("karar");
        closedYearsAgo(number, 12);
        for (var user : List.of("halkla", "yonetici", "masa", "fen")) {
            assertThat(office.get(user, PAGE).status()).as(user).isEqualTo(403);
        }
        assertThat(office.form("denetci", PAGE, "islem", "hesapla").status()).isEqualTo(403);
        assertThat(office.get("halkla", "/veri-envanteri").status()).isEqualTo(403);
        assertThat(office.get("surec", "/veri-envanteri").response().body())
                .contains("Başvurunun kapanışından sonra 10 yıl", "Hukuki sebep", "Verisi işlenenler");
        proposed();
        String id = "" + proposals.open().orElseThrow().id();
        assertThat(office.form("surec", PAGE, "islem", "hesapla").response().body())
                .contains("Karar bekleyen veya yürütülen bir silme önerisi var");
        for (var seen : List.of("0", "99", "", "x", "-1")) {
            assertThat(office.form("surec", PAGE, "islem", "onayla", "oneri", id, "sayi", seen)
                            .response()
                            .body())
                    .contains("Sayfadaki güncel öneriyi inceleyin");
        }
        assertThat(office.get("denetci", PAGE + "/" + id + "/tutanak.pdf").status())
                .isEqualTo(404);
        office.form("surec", PAGE, "islem", "reddet", "oneri", id);
        worker.sweep();
        assertThat(office.get("halkla", API + number).body().get("subject").asText())
                .contains(marker);
        assertThat(office.get("denetci", PAGE).response().body())
                .contains("reddedildi")
                .doesNotContain("name=\"islem\"");
    }

    private String report() {
        String year = String.valueOf(LocalDate.now(clock).getYear());
        var reports = new StringBuilder();
        for (var report : List.of("faaliyet", "4982")) {
            reports.append(office.get("surec", "/raporlar/" + report + ".csv?yil=" + year)
                    .response()
                    .body());
        }
        assertThat(reports).isNotEmpty();
        return reports.toString();
    }

    // Every table and column of the schema

    /** Columns by table, in small letters. */
    private Map<String, List<String>> columns(String types) {
        var columns = new TreeMap<String, List<String>>();
        jdbc.query(
                "select c.table_name, c.column_name from information_schema.columns c join information_schema.tables t "
                        + "on t.table_schema = c.table_schema and t.table_name = c.table_name "
                        + "where c.table_schema = current_schema and t.table_type = 'BASE TABLE' and c.data_type in ("
                        + types
                        + ") order by c.table_name, c.column_name",
                row -> {
                    columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return columns;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Puts the marker into every column of words and bytes of the application's rows, wherever it may be; the columns. */
    private List<String> markAllColumns(String number) {
        var marked = new ArrayList<String>();
        jdbc.update(
                "update basvuru set fee_amount = 1, fee_pages = 40, fee_notified_on = ?, fee_remaining = 3, fee_paid_on = ?, "
                        + "fee_given_submitted_on = ?, fee_given_paid_on = ? where number = ?",
                LocalDate.now(clock),
                LocalDate.now(clock),
                LocalDate.now(clock),
                LocalDate.now(clock),
                number);
        insert("aktarim", number);
        jdbc.update("update aktarim set raw = ? where id = '0'", (Object) marker.getBytes(StandardCharsets.UTF_8));
        columns(WORDS + ", " + BYTES).forEach((table, names) -> {
            String name = plain(table);
            if (name.startsWith("act_") || !names.contains("NUMBER") || NOT_MARKED.contains(name)) {
                return;
            }
            Integer rows =
                    jdbc.queryForObject("select count(*) from " + name + " where number = ?", Integer.class, number);
            if (rows == null || rows == 0) {
                insert(name, number);
            }
            for (var column : names) {
                if (!column.equals("NUMBER")
                        && !KEPT.getOrDefault(name, Set.of()).contains(plain(column))) {
                    boolean bytes =
                            columns(BYTES).getOrDefault(table, List.of()).contains(column);
                    jdbc.update(
                            "update " + name + " set " + column + " = ? where number = ?",
                            bytes ? marker.getBytes(StandardCharsets.UTF_8) : marker,
                            number);
                    marked.add(name + "." + plain(column));
                }
            }
        });
        return marked;
    }

    /** A made-up row, with a row of every table that it refers to. */
    private void insert(String table, String number) {
        var values = new TreeMap<String, Object>();
        jdbc.query(
                "select column_name, data_type from information_schema.columns where table_schema = current_schema "
                        + "and table_name = ? and is_nullable = 'NO' and is_identity = 'NO'",
                row -> {
                    values.put(plain(row.getString(1)), madeUp(row.getString(2)));
                },
                table.toUpperCase(Locale.ROOT));
        VALID.forEach((column, value) -> {
            if (column.startsWith(table + ".")) {
                values.put(column.substring(table.length() + 1), value);
            }
        });
        if (values.containsKey("number") || !table.equals("aktarim") && hasNumber(table)) {
            values.put("number", number);
        }
        for (var key : references(table)) {
            refer(key, number, values);
        }
        jdbc.update(
                "insert into " + table + " (" + String.join(", ", values.keySet()) + ") values ("
                        + String.join(
                                ", ",
                                values.keySet().stream().map(column -> "?").toList()) + ")",
                values.values().toArray());
        inserted.add(hasNumber(table) ? "delete from " + table + " where number = '" + number + "'" : "");
    }

    private boolean hasNumber(String table) {
        return columns(WORDS)
                .getOrDefault(table.toUpperCase(Locale.ROOT), List.of())
                .contains("NUMBER");
    }

    private record Reference(String parent, String key, String column) {}

    private List<Reference> references(String table) {
        return jdbc.execute((ConnectionCallback<List<Reference>>) connection -> {
            var found = new ArrayList<Reference>();
            try (var keys = connection.getMetaData().getImportedKeys(null, null, table.toUpperCase(Locale.ROOT))) {
                while (keys.next()) {
                    found.add(new Reference(
                            plain(keys.getString("PKTABLE_NAME")),
                            plain(keys.getString("PKCOLUMN_NAME")),
                            plain(keys.getString("FKCOLUMN_NAME"))));
                }
            }
            return found;
        });
    }

    /** Parents of the same application have zeros where this one has, too; others are found by their key. */
    private void refer(Reference key, String number, Map<String, Object> values) {
        if (key.parent().equals("basvuru")) {
            return;
        }
        if (hasNumber(key.parent())) {
            Integer there = jdbc.queryForObject(
                    "select count(*) from " + key.parent() + " where number = ?", Integer.class, number);
            if (there != null && there == 0) {
                insert(key.parent(), number);
            }
            return;
        }
        insert(key.parent(), number);
        Object id = jdbc.queryForObject("select max(" + key.key() + ") from " + key.parent(), Object.class);
        values.put(key.column(), id);
        inserted.add("delete from " + key.parent() + " where " + key.key() + " = " + id);
    }

    private Object madeUp(String type) {
        return switch (type) {
            case "CHARACTER VARYING", "CHARACTER", "CHARACTER LARGE OBJECT" -> "0";
            case "BOOLEAN" -> false;
            case "DATE" -> LocalDate.now(clock);
            case "TIMESTAMP WITH TIME ZONE" -> now();
            case "BINARY VARYING", "BINARY LARGE OBJECT" -> new byte[] {0};
            default -> 0;
        };
    }

    /** Where the marker is found: columns of words and of bytes of all tables, the engine's, too. */
    private Set<String> found() {
        var found = new java.util.TreeSet<String>();
        columns(WORDS)
                .forEach((table, names) -> names.forEach(column -> {
                    Long count = jdbc.queryForObject(
                            "select count(*) from \"" + table + "\" where position('" + marker + "' in lower(\""
                                    + column + "\")) > 0",
                            Long.class);
                    if (count != null && count > 0) {
                        found.add(plain(table) + "." + plain(column));
                    }
                }));
        columns(BYTES)
                .forEach((table, names) ->
                        names.forEach(column -> jdbc.query("select \"" + column + "\" from \"" + table + "\"", row -> {
                            byte[] bytes = row.getBytes(1);
                            if (bytes != null
                                    && (new String(bytes, StandardCharsets.ISO_8859_1).contains(marker)
                                            || new String(bytes, StandardCharsets.UTF_16BE).contains(marker))) {
                                found.add(plain(table) + "." + plain(column));
                            }
                        })));
        return found;
    }
}
