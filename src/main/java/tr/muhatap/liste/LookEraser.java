package tr.muhatap.liste;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.PersonalDataHolder;
import tr.muhatap.basvuru.PersonalDataLog;

/** Erases what was searched for where an application was found; who looked when, and which numbers were seen, stays. */
@Component
class LookEraser implements PersonalDataHolder {

    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final PersonalDataLog log;

    LookEraser(JdbcClient jdbc, PersonalDataLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    @Override
    public void erase(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        // Only ids are read, a page at a time: the log of lists is the longest of all
        var patterns = numbers.stream().map(number -> "% " + number + " %").toList();
        var like = String.join(" or ", Collections.nCopies(patterns.size(), "' ' || numaralar || ' ' like ?"));
        long after = 0;
        List<Long> page;
        do {
            page = jdbc.sql("select id from liste_goruntuleme where id > ? and sorgu <> '' and (" + like
                            + ") order by id fetch first " + PAGE + " rows only")
                    .param(after)
                    .params(patterns)
                    .query(Long.class)
                    .list();
            if (!page.isEmpty()) {
                after = page.get(page.size() - 1);
                jdbc.sql("update liste_goruntuleme set sorgu = '' where id in (:ids)")
                        .param("ids", page)
                        .update();
                log.listsErased(page);
            }
        } while (page.size() == PAGE);
    }
}
