package tr.muhatap.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.text.Texts;

/**
 * How often each element of a process definition was completed, and its median duration. Read from the history tables,
 * since the engine's statistics have no durations; limited to the last days, using the definition's index, on request
 * only.
 */
@RestController
@RequestMapping("/api/v1/surec-tanimlari")
class HeatMap {

    private static final Duration PERIOD = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final Clock clock;

    HeatMap(JdbcClient jdbc, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * @param element id in the model
     * @param finished completions in the period, including cancelled ones
     * @param medianSeconds median duration
     */
    record ElementStatistics(String element, long finished, long medianSeconds) {}

    @GetMapping("/{definitionId}/isi-haritasi")
    List<ElementStatistics> steps(@PathVariable String definitionId) {
        if (!currentUser.isIn(Groups.SUREC_SAHIBI, Groups.DENETCI, Groups.CAMUNDA_ADMIN)) {
            throw new AccessDeniedException(Texts.of("process.heat-map.isi-haritasini-surec-sahibi-ve"));
        }
        return jdbc.sql("select act_id_, count(*), percentile_cont(0.5) within group (order by duration_) "
                        + "from act_hi_actinst where proc_def_id_ = :definition and end_time_ >= :since "
                        + "group by act_id_ order by act_id_")
                .param("definition", definitionId)
                .param("since", Timestamp.from(clock.instant().minus(PERIOD)))
                .query((row, index) -> new ElementStatistics(
                        row.getString(1),
                        row.getLong(2),
                        Duration.ofMillis(Math.round(row.getDouble(3))).toSeconds()))
                .list();
    }
}
