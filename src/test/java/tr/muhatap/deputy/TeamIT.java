package tr.muhatap.deputy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Deputies, tasks of absent colleagues, of people who are gone, and those that nobody touches. */
@HttpTest
class TeamIT {

    private static final String API = "/api/v1/basvurular/";
    private static final String PASSWORD = "Ferahfeza-1453-Deniz";

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UntouchedTasks untouched;

    @LocalServerPort
    private int port;

    private Office office;
    private Office own;
    private String absent = "";
    private String deputy = "";

    @BeforeEach
    void openOffice() {
        office = new Office(port);
        own = new Office(port, PASSWORD);
        absent = member("asil");
        deputy = member("vekil");
    }

    @AfterEach
    void closeOffice() {
        jdbc.sql("delete from vekalet").update();
        List.of(absent, deputy).forEach(user -> office.delete("admin", "/engine-rest/user/" + user));
    }

    @Test
    void aDeputyTakesWhatTheAbsentOneHasAndTheHistoryNamesBoth() {
        String number = taken(absent);
        assertThat(own.get(deputy, "/ekip").response().body()).doesNotContain(number);
        set(own, absent, "deputy", deputy);

        assertThat(own.get(deputy, "/ekip").response().body())
                .contains(number + " görevini vekâleten üstlen", absent + " yerine " + deputy);
        assertThat(office.get("fen", "/ekip").response().body())
                .as("the team sees it, the deputy alone takes it")
                .contains(number, absent + " yerine " + deputy)
                .doesNotContain("vekâleten üstlen");
        assertThat(office.get("park", "/ekip").response().body()).doesNotContain(number, absent);
        String task = office.task(number, "Cevap_Hazirlama");
        assertThat(office.form("park", "/ekip/gorev/" + task + "/vekaleten").status())
                .isEqualTo(404);
        assertThat(office.form("fen", "/ekip/gorev/" + task + "/vekaleten")
                        .response()
                        .body())
                .contains("yalnızca, üstlenenin vekili");

        done(own.form(deputy, "/ekip/gorev/" + task + "/vekaleten"));
        assertThat(assignee(number)).isEqualTo(deputy);
        assertThat(office.get("halkla", API + number + "/gecmis").response().body())
                .contains(
                        "Görev vekâleten üstlenildi", absent + " adına, vekil olarak", "\"actor\":\"" + deputy + "\"");
        assertThat(own.form(deputy, "/ekip/gorev/" + task + "/vekaleten").status())
                .as("twice")
                .isEqualTo(404);
    }

    @Test
    void theTeamGivesBackWithAReason() {
        String number = taken(absent);
        set(own, absent, "deputy", deputy);
        String address = "/ekip/gorev/" + office.task(number, "Cevap_Hazirlama") + "/geri-ver";

        assertThat(office.form("fen", address).response().body()).contains("role=\"alert\"");
        assertThat(assignee(number)).isEqualTo(absent);
        done(office.form("fen", address, "reason", "İzinde, süre dar."));

        assertThat(assignee(number)).isNull();
        assertThat(office.get("halkla", API + number + "/gecmis").response().body())
                .contains("Görev havuza geri verildi", absent, "İzinde, süre dar.");
    }

    @Test
    void onlyThePersonAndManagersSetAndEndItAndOnlyWithinTheGroup() {
        assertThat(office.form("fen", "/ekip/vekalet", fields("absent", absent, "deputy", deputy))
                        .status())
                .isEqualTo(403);
        assertThat(own.form(absent, "/ekip/vekalet", fields("deputy", "park"))
                        .response()
                        .body())
                .contains("aynı gruptan");
        assertThat(own.form(absent, "/ekip/vekalet", fields("deputy", "a\u0000b"))
                        .response()
                        .body())
                .contains("role=\"alert\"");
        assertThat(own.form(absent, "/ekip/vekalet", "deputy", deputy, "firstDay", "yarın", "lastDay", "")
                        .response()
                        .body())
                .contains("href=\"#firstDay\"", "href=\"#lastDay\"");
        assertThat(office.get("denetci", "/ekip").status()).isEqualTo(403);

        done(office.form("yonetici", "/ekip/vekalet", fields("absent", absent, "deputy", deputy)));
        long id = jdbc.sql("select id from vekalet where absent = :absent")
                .param("absent", absent)
                .query(Long.class)
                .single();
        assertThat(own.form(deputy, "/ekip/vekalet/" + id + "/bitir").status()).isEqualTo(403);
        assertThat(office.form("park", "/ekip/vekalet/" + id + "/bitir").status())
                .isEqualTo(404);
        done(own.form(absent, "/ekip/vekalet/" + id + "/bitir"));
        assertThat(own.get(deputy, "/ekip").response().body()).doesNotContain(absent + " yerine");
    }

    @Test
    void whatItsDayEndedGivesNothingMore() {
        String number = taken(absent);
        set(own, absent, "deputy", deputy);
        jdbc.sql("update vekalet set first_day = :day, last_day = :day where absent = :absent")
                .param("day", LocalDate.now(clock).minusDays(1))
                .param("absent", absent)
                .update();

        assertThat(own.get(deputy, "/ekip").response().body()).doesNotContain(number, absent + " yerine");
        assertThat(own.form(deputy, "/ekip/gorev/" + office.task(number, "Cevap_Hazirlama") + "/vekaleten")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void managersSeeTheLoadAndHandOverWithAReason() {
        String one = taken(absent);
        String other = taken(absent);
        assertThat(office.form("fen", "/ekip/devret", "from", absent, "reason", "x")
                        .status())
                .isEqualTo(403);
        assertThat(office.get("fen", "/ekip").response().body()).doesNotContain("Açık görev sayıları");
        assertThat(office.get("mudur", "/ekip").response().body()).contains("Açık görev sayıları", absent);
        assertThat(office.form("yonetici", "/ekip/devret", "from", absent, "to", deputy)
                        .response()
                        .body())
                .contains("href=\"#devir-reason\"");

        done(office.form("yonetici", "/ekip/devret", "from", absent, "to", "park", "reason", "Rapor"));
        assertThat(assignee(one)).as("not of the group").isEqualTo(absent);
        done(office.form("yonetici", "/ekip/devret", "from", absent, "to", deputy, "reason", "Rapor"));
        assertThat(List.of(one, other)).allSatisfy(number -> {
            assertThat(assignee(number)).isEqualTo(deputy);
            assertThat(office.get("halkla", API + number + "/history")
                            .response()
                            .body())
                    .contains("IsVerildi", "\"reason\":\"Rapor\"", "\"actor\":\"yonetici\"");
        });
        done(office.form("yonetici", "/ekip/devret", "from", deputy, "to", "", "reason", "Ayrıldı"));
        assertThat(assignee(one)).isNull();
    }

    @Test
    void anUntouchedTaskIsAskedAboutAndThenGivenBackUnlessSomebodyWorksOnIt() {
        String left = taken(absent);
        String kept = taken(absent);
        List.of(left, kept).forEach(this::untouchedForLong);

        untouched.sweep();
        untouched.sweep();
        assertThat(office.get("fen", "/dosya/" + left).response().body())
                .containsOnlyOnce("havuza geri verilir")
                .contains(absent);
        assertThat(own.get(absent, "/ekip").response().body()).contains(left, kept + " görevini sürdürüyorum");
        done(own.form(absent, "/ekip/gorev/" + office.task(kept, "Cevap_Hazirlama") + "/kalsin"));
        jdbc.sql("update gorev_sorusu set asked_at = :before where number in (:numbers)")
                .param("before", daysAgo(3))
                .param("numbers", List.of(left, kept))
                .update();
        untouched.sweep();

        assertThat(assignee(left)).isNull();
        assertThat(assignee(kept)).isEqualTo(absent);
        assertThat(office.get("halkla", API + left + "/gecmis").response().body())
                .contains("Görev havuza geri verildi", "Sorulduğu hâlde");
    }

    @Test
    void whatSomebodyHadWhoIsGoneComesBack() {
        String number = taken(absent);
        Office.does(office.delete("admin", "/engine-rest/user/" + absent));

        untouched.sweep();

        assertThat(assignee(number)).isNull();
        assertThat(office.get("halkla", API + number + "/gecmis").response().body())
                .contains("artık bu grupta değil");
    }

    @Test
    void whatSomebodyHadWhoIsKeptOutComesBackAndHeGetsNothingMore() {
        String number = taken(absent);
        jdbc.sql("update act_id_user set lock_exp_time_ = {ts '9999-01-01 00:00:00'} where id_ = :user")
                .param("user", absent)
                .update();

        assertThat(office.form("yonetici", "/ekip/vekalet", fields("absent", deputy, "deputy", absent))
                        .response()
                        .body())
                .contains("aynı gruptan");
        untouched.sweep();

        assertThat(assignee(number)).isNull();
    }

    /** A grant of one's own would hold after leaving the group. */
    @Test
    void whoeverIsGivenATaskGetsNoRightOfHisOwn() {
        String number = taken(absent);
        String task = office.task(number, "Cevap_Hazirlama");
        done(office.form("yonetici", "/ekip/devret", "from", absent, "to", deputy, "reason", "Rapor"));
        assertThat(assignee(number)).isEqualTo(deputy);
        assertThat(ownGrants(task)).isZero();
    }

    private long ownGrants(String task) {
        return jdbc.sql("select count(*) from act_ru_authorization where resource_id_ = :task and user_id_ is not null")
                .param("task", task)
                .query(Long.class)
                .single();
    }

    private static void done(Office.Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(302);
    }

    private String[] fields(String... first) {
        var today = LocalDate.now(clock);
        var all = new java.util.ArrayList<>(List.of(first));
        all.addAll(List.of(
                "firstDay", today.toString(), "lastDay", today.plusDays(3).toString()));
        return all.toArray(String[]::new);
    }

    private void set(Office by, String user, String... fields) {
        done(by.form(user, "/ekip/vekalet", fields(fields)));
    }

    private String taken(String user) {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));
        Office.does(own.post(
                user,
                "/engine-rest/task/" + office.task(number, "Cevap_Hazirlama") + "/claim",
                "{\"userId\":\"" + user + "\"}"));
        return number;
    }

    private String member(String name) {
        String user = name + Office.unique().replaceAll("[^a-z0-9]", "");
        Office.does(office.post(
                "admin",
                "/engine-rest/user/create",
                "{\"profile\":{\"id\":\"" + user + "\"},\"credentials\":{\"password\":\"" + PASSWORD + "\"}}"));
        Office.does(office.put("admin", "/engine-rest/group/birim-fen-isleri/members/" + user, "{}"));
        return user;
    }

    private void untouchedForLong(String number) {
        jdbc.sql("update act_ru_task set last_updated_ = :before where id_ = :task")
                .param("before", daysAgo(10))
                .param("task", office.task(number, "Cevap_Hazirlama"))
                .update();
    }

    private OffsetDateTime daysAgo(int days) {
        return clock.instant().atOffset(ZoneOffset.UTC).minusDays(days);
    }

    private @Nullable String assignee(String number) {
        return jdbc
                .sql("select t.assignee_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ "
                        + "where e.business_key_ = :number")
                .param("number", number)
                .query((row, index) -> String.valueOf(row.getString(1)))
                .list()
                .stream()
                .filter(name -> !Objects.equals(name, "null"))
                .findFirst()
                .orElse(null);
    }
}
