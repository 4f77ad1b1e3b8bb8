package tr.muhatap.liste;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.text.ContactData;
import tr.muhatap.text.Digits;
import tr.muhatap.text.Masking;

/** Logs accesses to lists (6698 KVKK): one entry per list, with its criteria and the displayed numbers. */
@Component
public class ListLog {

    private static final int LONGEST_QUERY = 8_000;

    /** Free-text criteria, which may contain a person's number or address. */
    private static final List<String> WORDS = List.of("q", "kelime", "ad", "kim");

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final Clock clock;

    ListLog(JdbcClient jdbc, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Logs that the current user views a list.
     *
     * @param place where, e.g. {@code basvurular}
     */
    public void viewed(String place, Map<String, String> criteria, List<String> numbers) {
        String asked = written(criteria);
        jdbc.sql("insert into liste_goruntuleme (at, actor, place, sorgu, numaralar) "
                        + "values (:at, :actor, :place, :asked, :numbers)")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", currentUser.name())
                .param("place", place)
                .param("asked", asked.substring(0, Math.min(asked.length(), LONGEST_QUERY)))
                .param("numbers", String.join(" ", numbers))
                .update();
    }

    /** Masks personal numbers: the listed applications identify the persons. */
    private static String written(Map<String, String> criteria) {
        var masked = new LinkedHashMap<>(criteria);
        masked.computeIfPresent("tc", (field, typed) -> Masking.nationalId(Digits.joined(typed)));
        masked.computeIfPresent("telefon", (field, typed) -> Masking.phone(Digits.joined(typed)));
        WORDS.forEach(field -> masked.computeIfPresent(field, (name, typed) -> ContactData.hidden(typed)));
        return masked.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
    }
}
