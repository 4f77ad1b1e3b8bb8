package tr.muhatap.liste;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Check;
import tr.muhatap.text.Texts;

/** Named searches, private or shared with all staff; results still depend on what each user may read. */
@Component
public class SavedSearches {

    private static final int LONGEST_NAME = 80;
    private static final int MOST = 50;

    /**
     * A saved search.
     *
     * @param query the list form's fields as a query string
     * @param own whether it is the current user's
     */
    public record Search(long id, String name, String query, String owner, boolean shared, boolean own) {}

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final Clock clock;

    SavedSearches(JdbcClient jdbc, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** The current user's and the shared ones, by name. */
    public List<Search> all() {
        return jdbc.sql("select id, ad, sorgu, sahip, paylasilan from kayitli_arama "
                        + "where sahip = :user or paylasilan order by ad, id limit 200")
                .param("user", currentUser.name())
                .query(this::search)
                .list();
    }

    /**
     * Saves a search, replacing one of the same name.
     *
     * @throws InvalidInputException naming the faulty field
     */
    @Transactional
    public void keep(@Nullable String name, boolean shared, String query) {
        var check = new Check();
        String checked = check.line("aramaAdi", name, LONGEST_NAME);
        check.require(!query.isEmpty(), "aramaAdi", Texts.of("liste.saved-searches.kaydedilecek-bir-arama-yok-once"));
        check.done();
        String given = Check.given(checked);
        jdbc.sql("delete from kayitli_arama where sahip = :user and ad = :name")
                .param("user", currentUser.name())
                .param("name", given)
                .update();
        long kept = jdbc.sql("select count(*) from kayitli_arama where sahip = :user")
                .param("user", currentUser.name())
                .query(Long.class)
                .single();
        if (kept >= MOST) {
            throw new InvalidInputException(
                    "aramaAdi", Texts.of("liste.saved-searches.en-cok-arama-kaydedilebilir-once", MOST));
        }
        try {
            jdbc.sql("insert into kayitli_arama (sahip, ad, paylasilan, sorgu, created_at) "
                            + "values (:user, :name, :shared, :query, :now)")
                    .param("user", currentUser.name())
                    .param("name", given)
                    .param("shared", shared)
                    .param("query", query)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException atTheSameMoment) {
            throw new InvalidInputException("aramaAdi", Texts.of("liste.saved-searches.bu-adla-bir-arama-az"));
        }
    }

    /** @throws NotFoundException if the current user has no such search */
    @Transactional
    public void remove(long id) {
        int removed = jdbc.sql("delete from kayitli_arama where id = :id and sahip = :user")
                .param("id", id)
                .param("user", currentUser.name())
                .update();
        if (removed == 0) {
            throw new NotFoundException(Texts.of("liste.saved-searches.boyle-bir-kayitli-aramaniz-yok"));
        }
    }

    private Search search(ResultSet row, int index) throws SQLException {
        String owner = row.getString("sahip");
        return new Search(
                row.getLong("id"),
                row.getString("ad"),
                row.getString("sorgu"),
                owner,
                row.getBoolean("paylasilan"),
                owner.equals(currentUser.name()));
    }
}
