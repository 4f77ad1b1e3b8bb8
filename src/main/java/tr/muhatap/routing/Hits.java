package tr.muhatap.routing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Measures the accuracy of proposals: which units were proposed for an application, and which one kept it. */
@Component
public class Hits {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Hits(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Source of the first proposal. */
    enum Source {
        KONU,
        KELIME,
        OGRENILEN
    }

    /**
     * Proposals for an application, best first.
     *
     * @param month of its registration, {@code 2026-05}
     * @param unit that kept it
     */
    record Hit(String number, String month, String unit, Source source, List<String> proposed) {

        private @Nullable String proposed(int place) {
            return place < proposed.size() ? proposed.get(place) : null;
        }
    }

    /**
     * Accuracy for a month and a unit.
     *
     * @param unit that kept the applications
     * @param first how often it was the first proposal
     * @param amongThree how often it was among the first three
     */
    public record Share(String month, String unit, int many, int first, int amongThree) {}

    /** The units to which the given applications count. */
    Map<String, String> units(Collection<String> numbers) {
        var units = new HashMap<String, String>();
        if (!numbers.isEmpty()) {
            jdbc.sql("select number, unit from birim_onerisi_isabeti where number in (:numbers)")
                    .param("numbers", numbers)
                    .query(row -> {
                        units.put(row.getString(1), row.getString(2));
                    });
        }
        return units;
    }

    void add(List<Hit> hits) {
        batches.batchUpdate(
                "insert into birim_onerisi_isabeti (number, ay, unit, kaynak, oneri_1, oneri_2, oneri_3) "
                        + "values (?, ?, ?, ?, ?, ?, ?)",
                hits.stream()
                        .map(hit -> new @Nullable Object[] {
                            hit.number(),
                            hit.month(),
                            hit.unit(),
                            hit.source().name(),
                            hit.proposed(0),
                            hit.proposed(1),
                            hit.proposed(2)
                        })
                        .toList());
    }

    /** An application was rerouted to another unit. */
    void moved(String number, String unit) {
        jdbc.sql("update birim_onerisi_isabeti set unit = :unit where number = :number")
                .param("unit", unit)
                .param("number", number)
                .update();
    }

    /** Number of first proposals of a source, and how many of them were right. */
    int[] rightOf(Source source) {
        return jdbc.sql("select count(*), coalesce(sum(case when oneri_1 = unit then 1 else 0 end), 0) "
                        + "from birim_onerisi_isabeti where kaynak = :source")
                .param("source", source.name())
                .query((row, index) -> new int[] {row.getInt(1), row.getInt(2)})
                .single();
    }

    /** By month, newest first, and unit. */
    public List<Share> shares() {
        return jdbc.sql("select ay, unit, count(*), sum(case when oneri_1 = unit then 1 else 0 end), "
                        + "sum(case when oneri_1 = unit or oneri_2 = unit or oneri_3 = unit then 1 else 0 end) "
                        + "from birim_onerisi_isabeti group by ay, unit order by ay desc, unit")
                .query((row, index) ->
                        new Share(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4), row.getInt(5)))
                .list();
    }
}
