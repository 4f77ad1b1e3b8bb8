package tr.muhatap.basvuru;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters whose day of service has to be entered from the receipt; few, hence in a table of their own. */
@Component
public class AwaitedServices {

    private final JdbcClient jdbc;

    AwaitedServices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A letter that waits for its receipt. */
    public record Awaited(String number, ServedPaper paper, LocalDate sentOn) {}

    /** All of them, the oldest first. */
    public List<Awaited> all() {
        return jdbc.sql("select number, paper, sent_on from teblig_bekleyen order by sent_on, number, paper")
                .query((row, index) -> new Awaited(
                        row.getString("number"),
                        ServedPaper.valueOf(row.getString("paper")),
                        row.getObject("sent_on", LocalDate.class)))
                .list();
    }

    @EventListener
    void keep(ServiceAwaited event) {
        jdbc.sql("delete from teblig_bekleyen where number = :number and paper = :paper")
                .param("number", event.number())
                .param("paper", event.paper().name())
                .update();
        if (event.awaited()) {
            jdbc.sql("insert into teblig_bekleyen (number, paper, sent_on) values (:number, :paper, :sent)")
                    .param("number", event.number())
                    .param("paper", event.paper().name())
                    .param("sent", event.sentOn())
                    .update();
        }
    }
}
