package tr.muhatap.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.access.CurrentUser;

/** Persists numbered letters with their content. */
@Component
class LetterStore {

    /** A numbered letter. */
    record Numbered(LetterKind kind, int ordinal, String sayi, LocalDate date, LetterContent content) {}

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final CurrentUser currentUser;
    private final Clock clock;

    LetterStore(JdbcClient jdbc, ObjectMapper json, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    List<Numbered> of(String number) {
        return jdbc.sql("select kind, ordinal, sayi, letter_date, content from yazi where number = :number "
                        + "order by entered_at, kind, ordinal")
                .param("number", number)
                .query(this::numbered)
                .list();
    }

    Optional<Numbered> find(String number, LetterKind kind, int ordinal) {
        return of(number).stream()
                .filter(letter -> letter.kind() == kind && letter.ordinal() == ordinal)
                .findFirst();
    }

    /** Whether another letter already has this number of the document system. */
    boolean isTaken(String sayi, String number, LetterKind kind, int ordinal) {
        return jdbc.sql("select count(*) from yazi where sayi = :sayi "
                                + "and not (number = :number and kind = :kind and ordinal = :ordinal)")
                        .param("sayi", sayi)
                        .param("number", number)
                        .param("kind", kind.name())
                        .param("ordinal", ordinal)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void add(String number, Numbered letter) {
        jdbc.sql("insert into yazi (number, kind, ordinal, sayi, letter_date, content, entered_by, entered_at) "
                        + "values (:number, :kind, :ordinal, :sayi, :date, :content, :by, :at)")
                .param("number", number)
                .param("kind", letter.kind().name())
                .param("ordinal", letter.ordinal())
                .param("sayi", letter.sayi())
                .param("date", letter.date())
                .param("content", write(letter.content()))
                .param("by", currentUser.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void correct(String number, LetterKind kind, int ordinal, String sayi, LocalDate date) {
        jdbc.sql("update yazi set sayi = :sayi, letter_date = :date "
                        + "where number = :number and kind = :kind and ordinal = :ordinal")
                .param("sayi", sayi)
                .param("date", date)
                .param("number", number)
                .param("kind", kind.name())
                .param("ordinal", ordinal)
                .update();
    }

    private Numbered numbered(ResultSet row, int index) throws SQLException {
        return new Numbered(
                LetterKind.valueOf(row.getString("kind")),
                row.getInt("ordinal"),
                row.getString("sayi"),
                row.getObject("letter_date", LocalDate.class),
                read(row.getString("content")));
    }

    private String write(LetterContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A letter cannot be written", e);
        }
    }

    private LetterContent read(String content) {
        try {
            return json.readValue(content, LetterContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A letter cannot be read", e);
        }
    }
}
