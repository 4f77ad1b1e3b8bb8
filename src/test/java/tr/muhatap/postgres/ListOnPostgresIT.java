package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import tr.muhatap.dosya.ApplicationList;
import tr.muhatap.dosya.ApplicationList.Column;
import tr.muhatap.dosya.ApplicationList.Line;
import tr.muhatap.dosya.ApplicationList.Query;
import tr.muhatap.text.SearchText;

/** The list of applications with many rows: indexes are used, and search works as on H2. */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListOnPostgresIT {

    /**
     * Enough for the planner to prefer an index; {@code -Dmuhatap.test.list-rows} fills more, for a measurement by
     * hand.
     */
    private static final int ROWS = Integer.getInteger("muhatap.test.list-rows", 20_000);

    private static final String RARE = "Tramvay IŞIKLARI";
    private static final int RUNS = 20;

    @LocalServerPort
    int port;

    @Autowired
    private ApplicationList list;

    @Autowired
    private DataSource dataSource;

    private JdbcClient owner = JdbcClient.create(new DriverManagerDataSource());

    private String rare = "";

    @BeforeAll
    void fill() {
        var office = new ProductionOffice(port);
        rare = office.register(Applications.on("CIMER").replace("Yolda çukur", RARE));
        String common = office.register(Applications.on("CIMER"));
        owner = JdbcClient.create(superuser());
        String columns = String.join(
                ", ",
                owner.sql("select column_name from information_schema.columns where table_name = 'basvuru' "
                                + "and column_name not in ('number', 'registered_at', 'received_at', 'deadline_last_day', "
                                + "'status', 'external_reference', 'applicant_national_id', 'unit')")
                        .query(String.class)
                        .list());
        owner.sql("insert into basvuru (" + columns
                        + ", number, registered_at, received_at, deadline_last_day, status, "
                        + "applicant_national_id, unit) select " + columns + ", '1999-' || lpad(g::text, 7, '0'), "
                        + "registered_at - g * interval '1 minute', received_at - g * interval '1 minute', "
                        + "deadline_last_day - g / 1000, 'KAPANDI', lpad(g::text, 11, '1'), 'birim-' || g % 30 "
                        + "from basvuru, generate_series(1, " + ROWS + ") g where number = :common")
                .param("common", common)
                .update();
        owner.sql("insert into basvuru_arama (number, sozler, ad) select '1999-' || lpad(g::text, 7, '0'), "
                        + "sozler || 'sokak' || g % 500 || ' ', ' soyad' || g % 3000 || ' ad' || g % 100 || ' ' "
                        + "from basvuru_arama, generate_series(1, " + ROWS + ") g where number = :common")
                .param("common", common)
                .update();
        owner.sql("analyze basvuru").update();
        owner.sql("vacuum analyze basvuru_arama").update();
    }

    @AfterAll
    void empty() {
        for (var table : List.of("basvuru_arama", "basvuru")) {
            owner.sql("delete from " + table + " where number like '1999-%'").update();
        }
        owner.sql("vacuum analyze basvuru").update();
    }

    @Test
    void wordsAreFoundAsOnH2() {
        for (var typed : List.of("tramvay", "TRAMVAY ışık", "tram isikl")) {
            assertThat(numbers(asked(typed, "", null))).as(typed).containsExactly(rare);
        }
        assertThat(numbers(asked("ramvay", "", null))).isEmpty();
        assertThat(numbers(asked("tramvay", "IŞIK ayş", null))).containsExactly(rare);
        assertThat(numbers(asked("tramvay", "şık", null))).isEmpty();
    }

    @Test
    void eachSearchHasItsIndex() {
        assertThat(plan("cast(a.sozler as tsvector) @@ cast('tramvay:*' as tsquery)"))
                .contains("basvuru_arama_words");
        assertThat(plan("cast(a.ad as tsvector) @@ cast('soyad77:*' as tsquery)"))
                .contains("basvuru_arama_words");
        assertThat(explained("where b.applicant_national_id = '11111100017' order by registered_at desc, number desc"))
                .contains("basvuru_applicant_national_id");
        for (var column : List.of("registered_at", "received_at", "deadline_last_day")) {
            for (var direction : List.of("", " desc")) {
                assertThat(explained("order by b." + column + direction + ", b.number" + direction))
                        .as(column + direction)
                        .contains("Index Scan")
                        .doesNotContain("Sort");
            }
        }
    }

    /** One page with its count; the ceiling is generous, since the machine may be busy. */
    @Test
    void aPageIsThereSoonEnough() {
        var queries = List.of(
                asked("", "", null),
                asked("tramvay", "", null),
                asked("çukur", "", null),
                asked("sokak17 yolda", "", null),
                asked("", "soyad77", null),
                asked("", "", "11111100017"));
        var table = new StringBuilder();
        for (var query : queries) {
            for (var column : Column.values()) {
                var times = new ArrayList<Long>();
                for (int run = 0; run < RUNS; run++) {
                    boolean ascending = run % 2 == 0;
                    long before = System.nanoTime();
                    as(office -> office.page(query, column, ascending, null, 50));
                    as(office -> office.count(query));
                    times.add(System.nanoTime() - before);
                }
                times.sort(null);
                double p95 = times.get(RUNS * 95 / 100 - 1) / 1e6;
                table.append(String.format(
                        Locale.ROOT, "%8.1f ms  %-10s %s %s%n", p95, column, query.words(), query.name()));
                assertThat(p95).as(query + " by " + column).isLessThan(1_000);
            }
        }
        System.out.println("p95 of a page with its count over " + ROWS + " applications\n" + table);
    }

    private List<String> numbers(Query query) {
        return as(office -> office.page(query, Column.KAYIT, false, null, 50)).lines().stream()
                .map(Line::number)
                .toList();
    }

    private <T> T as(Function<ApplicationList, T> what) {
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        "cagri", "", AuthorityUtils.createAuthorityList("halkla-iliskiler")));
        try {
            return what.apply(list);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static Query asked(String words, String name, @org.jspecify.annotations.Nullable String nationalId) {
        return new Query(
                null,
                SearchText.searched(words),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                SearchText.searched(name),
                null,
                nationalId);
    }

    private String plan(String words) {
        return explained("where exists (select 1 from basvuru_arama a where a.number = b.number and " + words
                + ") order by b.registered_at desc, b.number desc");
    }

    private String explained(String rest) {
        return String.join(
                "\n",
                owner.sql("explain select b.* from basvuru b " + rest + " limit 51")
                        .query(String.class)
                        .list());
    }

    /** The owner's privileges: to analyze, and to fill without the program's checks. */
    private DataSource superuser() {
        try (var connection = dataSource.getConnection()) {
            String url = connection.getMetaData().getURL();
            return new DriverManagerDataSource(url.replaceAll("\\?.*", ""), Postgres.USER, "");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
