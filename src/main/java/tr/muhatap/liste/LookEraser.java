package tr.muhatap.liste;

import java.util.Collection;
import java.util.HashSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.PersonalDataHolder;
import tr.muhatap.basvuru.PersonalDataLog;

/** Erases what was searched for where an application was found; who looked when, and which numbers were seen, stays. */
@Component
class LookEraser implements PersonalDataHolder {

    private final JdbcClient jdbc;
    private final PersonalDataLog log;

    LookEraser(JdbcClient jdbc, PersonalDataLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    @Override
    public void erase(Collection<String> numbers) {
        // One reading of the log for all of them
        var found = new HashSet<Long>();
        jdbc.sql("select id, numaralar from liste_goruntuleme where sorgu <> ''")
                .query(row -> {
                    for (var number : row.getString(2).split(" ")) {
                        if (numbers.contains(number)) {
                            found.add(row.getLong(1));
                        }
                    }
                });
        found.forEach(id -> jdbc.sql("update liste_goruntuleme set sorgu = '' where id = :id")
                .param("id", id)
                .update());
        log.listsErased(found);
    }
}
