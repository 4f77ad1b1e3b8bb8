package tr.muhatap.subject;

import java.util.Collection;
import java.util.HashSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.PersonalDataHolder;

/** Erases whom reports were made of, and why; that one was made, by whom and of which applications, stays. */
@Component
class ReportEraser implements PersonalDataHolder {

    private final JdbcClient jdbc;

    ReportEraser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(Collection<String> numbers) {
        var found = new HashSet<Long>();
        jdbc.sql("select id, numaralar from veri_sahibi_raporu where reason <> ''")
                .query(row -> {
                    for (var number : row.getString(2).split(" ")) {
                        if (numbers.contains(number)) {
                            found.add(row.getLong(1));
                        }
                    }
                });
        found.forEach(id -> jdbc.sql("update veri_sahibi_raporu set kisi = '', reason = '' where id = :id")
                .param("id", id)
                .update());
    }
}
