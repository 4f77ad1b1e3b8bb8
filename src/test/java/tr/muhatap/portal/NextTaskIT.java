package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** From task to task, the most urgent first; nobody gets another's. */
@HttpTest
class NextTaskIT {

    private static final String PAGE = "/siradaki-gorev";

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
        // Others' tests leave tasks of the same people behind
        jdbc.sql("update act_ru_task set due_date_ = {ts '2090-01-01 00:00:00'} where assignee_ is null or assignee_ "
                        + "in ('park', 'admin')")
                .update();
    }

    @Test
    void theMostUrgentIsTakenAndAfterItTheNext() {
        String later = atPark("2041-01-02");
        String first = atPark("2041-01-01");

        assertThat(office.get("park", PAGE).response().body()).contains(first, "Üstlen ve aç");
        assertThat(assignee(first)).as("opening the page takes nothing").isNull();
        assertThat(goesOn("park", PAGE)).endsWith("/dosya/" + first + "#gorev");
        assertThat(assignee(first)).isEqualTo("park");
        assertThat(office.get("park", "/dosya/" + first).response().body()).contains("Tamamla ve sıradakine geç");

        assertThat(goesOn(
                        "park",
                        "/dosya/" + first + "/gorev",
                        "step",
                        "Cevap_Hazirlama",
                        "decision",
                        "IADE",
                        "reason",
                        "Görevimiz değil.",
                        "sonra",
                        "siradaki"))
                .endsWith("/dosya/" + later + "#gorev");
        assertThat(assignee(later)).isEqualTo("park");
    }

    @Test
    void whatWasTypedIsKeptWhereSomebodyGoesOn() {
        String first = atPark("2040-01-01");
        String later = atPark("2040-01-02");
        goesOn("park", PAGE);

        assertThat(goesOn("park", PAGE, "birak", first, "reason", "Yarım kalan gerekçe"))
                .contains(later);
        assertThat(jdbc.sql("select count(*) from yarim_form where kept_until > current_timestamp")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(assignee(first)).as("it stays taken").isEqualTo("park");
    }

    @Test
    void ofManyAtOnceNoneGetTheSame() {
        var numbers = IntStream.range(0, 4)
                .mapToObj(i -> atPark("2039-01-0" + (i + 1)))
                .toList();

        // One person in two windows and an administrator: each window gets an own or another free one
        var taken = List.of("park", "admin", "park", "admin").stream()
                .map(user -> CompletableFuture.supplyAsync(() -> user + " " + goesOn(user, PAGE)))
                .toList();
        taken.forEach(CompletableFuture::join);

        var people = numbers.stream().map(this::assignee).toList();
        assertThat(taken).allSatisfy(one -> {
            String user = one.join().split(" ")[0];
            String number = one.join().replaceAll(".*/dosya/([0-9-]+)#gorev", "$1");
            assertThat(people.get(numbers.indexOf(number))).isEqualTo(user);
        });
    }

    @Test
    void onlyWhoHasTasksIsLedToThem() {
        assertThat(office.get("denetci", PAGE).status()).isEqualTo(403);
        assertThat(office.form("surec", PAGE).status()).isEqualTo(403);
        assertThat(office.form("istemci", PAGE).status()).isEqualTo(403);
        assertThat(office.form("park", PAGE, "birak", "1999-000001\u0000").status())
                .isIn(302, 400);
    }

    private String atPark(String due) {
        String number = office.register("istemci", Office.application("CIMER"));
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "park-bahceler"));
        jdbc.sql("update act_ru_task set due_date_ = {ts '" + due + " 00:00:00'} where id_ = :task")
                .param("task", office.task(number, "Cevap_Hazirlama"))
                .update();
        return number;
    }

    private @Nullable String assignee(String number) {
        return jdbc
                .sql("select t.assignee_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ "
                        + "where e.business_key_ = :number")
                .param("number", number)
                .query((row, index) -> String.valueOf(row.getString(1)))
                .list()
                .stream()
                .filter(name -> !name.equals("null"))
                .findFirst()
                .orElse(null);
    }

    private String goesOn(String user, String path, String... fields) {
        var answer = office.form(user, path, fields);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(302);
        return answer.response().headers().firstValue("Location").orElseThrow();
    }
}
