package tr.muhatap.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.access.StaffNames;
import tr.muhatap.basvuru.History;
import tr.muhatap.basvuru.InquiryAddressee;
import tr.muhatap.dosya.BasvuruQueries;

/** Rows of links, questions and answers. */
@Component
class InquiryStore {

    private static final String COLUMNS = "number, ordinal, addressee, name, way, contact, seed, intro, show_number, "
            + "last_day, state, asked_by, asked_by_name, asked_at, reminded_on, settled_at, reason";

    private final JdbcClient jdbc;
    private final Clock clock;

    InquiryStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A link with what only the program needs of it. */
    record Row(Inquiry inquiry, @Nullable String contact, String seed) {}

    /** What is about to be asked. */
    record NewInquiry(
            InquiryAddressee addressee,
            @Nullable String name,
            InquiryWay way,
            @Nullable String contact,
            LocalDate lastDay,
            boolean showNumber,
            @Nullable String intro,
            List<Inquiry.Question> questions) {

        NewInquiry {
            questions = List.copyOf(questions);
        }
    }

    /** @return which one of the application it is */
    int add(String number, NewInquiry asked, String seed, String tokenHash, String actor) {
        int ordinal = jdbc.sql("select coalesce(max(ordinal), 0) + 1 from soru_istegi where number = :number")
                .param("number", number)
                .query(Integer.class)
                .single();
        jdbc.sql("insert into soru_istegi (number, ordinal, addressee, name, way, contact, seed, token_hash, intro, "
                        + "show_number, last_day, state, asked_by, asked_by_name, asked_at) values (:number, :ordinal, "
                        + ":addressee, :name, :way, :contact, :seed, :hash, :intro, :showNumber, :lastDay, "
                        + "'BEKLENIYOR', :actor, " + StaffNames.OF_ACTOR + ", :now)")
                .param("number", number)
                .param("ordinal", ordinal)
                .param("addressee", asked.addressee().name())
                .param("name", asked.name())
                .param("way", asked.way().name())
                .param("contact", asked.contact())
                .param("seed", seed)
                .param("hash", tokenHash)
                .param("intro", asked.intro())
                .param("showNumber", asked.showNumber())
                .param("lastDay", asked.lastDay())
                .param("actor", actor)
                .param("now", now())
                .update();
        for (var question : asked.questions()) {
            jdbc.sql("insert into soru (number, ordinal, place, type, text, required, choices) values (:number, "
                            + ":ordinal, :place, :type, :text, :required, :choices)")
                    .param("number", number)
                    .param("ordinal", ordinal)
                    .param("place", question.place())
                    .param("type", question.type().name())
                    .param("text", question.text())
                    .param("required", question.required())
                    .param("choices", question.choices().isEmpty() ? null : String.join("\n", question.choices()))
                    .update();
        }
        return ordinal;
    }

    void answer(String number, int ordinal, int place, String answer, String salt) {
        jdbc.sql("insert into soru_cevabi (number, ordinal, place, answer, salt, answered_at) values (:number, "
                        + ":ordinal, :place, :answer, :salt, :now)")
                .param("number", number)
                .param("ordinal", ordinal)
                .param("place", place)
                .param("answer", answer)
                .param("salt", salt)
                .param("now", now())
                .update();
    }

    /** False if it was settled meanwhile. */
    boolean settle(String number, int ordinal, InquiryState state, @Nullable String reason) {
        return jdbc.sql("update soru_istegi set state = :state, settled_at = :now, reason = :reason "
                                + "where number = :number and ordinal = :ordinal and state = 'BEKLENIYOR'")
                        .param("state", state.name())
                        .param("now", now())
                        .param("reason", reason)
                        .param("number", number)
                        .param("ordinal", ordinal)
                        .update()
                == 1;
    }

    /** Those that are waited for end with their application. */
    void settleAll(String number, InquiryState state) {
        jdbc.sql("update soru_istegi set state = :state, settled_at = :now where number = :number "
                        + "and state = 'BEKLENIYOR'")
                .param("state", state.name())
                .param("now", now())
                .param("number", number)
                .update();
    }

    /** False if somebody was faster. */
    boolean remind(String number, int ordinal, LocalDate today) {
        return jdbc.sql("update soru_istegi set reminded_on = :today where number = :number and ordinal = :ordinal "
                                + "and reminded_on is null and state = 'BEKLENIYOR'")
                        .param("today", today)
                        .param("number", number)
                        .param("ordinal", ordinal)
                        .update()
                == 1;
    }

    List<Inquiry> of(String number) {
        return whole(jdbc.sql("select " + COLUMNS + " from soru_istegi where number = :number order by ordinal")
                        .param("number", number)
                        .query(InquiryStore::row)
                        .list())
                .stream()
                .map(Row::inquiry)
                .toList();
    }

    Optional<Row> find(String number, int ordinal) {
        return whole(jdbc.sql("select " + COLUMNS + " from soru_istegi where number = :number and ordinal = :ordinal")
                        .param("number", number)
                        .param("ordinal", ordinal)
                        .query(InquiryStore::row)
                        .list())
                .stream()
                .findFirst();
    }

    Optional<Row> byToken(String tokenHash) {
        return whole(jdbc.sql("select " + COLUMNS + " from soru_istegi where token_hash = :hash")
                        .param("hash", tokenHash)
                        .query(InquiryStore::row)
                        .list())
                .stream()
                .findFirst();
    }

    /** What is waited for of some applications, the most urgent first; without the questions. */
    List<Row> open(BasvuruQueries.Numbers readable, int most) {
        return jdbc.sql("select " + COLUMNS + " from soru_istegi where state = 'BEKLENIYOR' and number in ("
                        + readable.sql() + ") order by last_day, number, ordinal limit :most")
                .params(readable.parameters())
                .param("most", most)
                .query(InquiryStore::row)
                .list();
    }

    /**
     * What ended by its day, or ends not later than a day and was not reminded of.
     *
     * @param askedBefore only what was asked before is reminded of
     */
    List<Row> dueUntil(LocalDate today, LocalDate day, Instant askedBefore, int most) {
        return jdbc.sql("select " + COLUMNS + " from soru_istegi where state = 'BEKLENIYOR' and (last_day < :today "
                        + "or (last_day <= :day and reminded_on is null and asked_at < :before)) "
                        + "order by last_day, number, ordinal limit :most")
                .param("today", today)
                .param("day", day)
                .param("before", askedBefore.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(InquiryStore::row)
                .list();
    }

    private List<Row> whole(List<Row> rows) {
        return rows.stream()
                .map(row -> new Row(with(row.inquiry(), questions(row.inquiry())), row.contact(), row.seed()))
                .toList();
    }

    private List<Inquiry.Question> questions(Inquiry inquiry) {
        return jdbc.sql("select s.place, s.type, s.text, s.required, s.choices, c.answer, c.answered_at from soru s "
                        + "left join soru_cevabi c on c.number = s.number and c.ordinal = s.ordinal "
                        + "and c.place = s.place where s.number = :number and s.ordinal = :ordinal order by s.place")
                .param("number", inquiry.number())
                .param("ordinal", inquiry.id())
                .query((row, index) -> new Inquiry.Question(
                        row.getInt("place"),
                        QuestionType.valueOf(row.getString("type")),
                        row.getString("text"),
                        row.getBoolean("required"),
                        lines(row.getString("choices")),
                        row.getString("answer"),
                        instant(row, "answered_at")))
                .list();
    }

    private static Inquiry with(Inquiry bare, List<Inquiry.Question> questions) {
        return new Inquiry(
                bare.number(),
                bare.id(),
                bare.addressee(),
                bare.name(),
                bare.way(),
                bare.showNumber(),
                bare.intro(),
                bare.lastDay(),
                bare.state(),
                bare.askedBy(),
                bare.askedAt(),
                bare.remindedOn(),
                bare.settledAt(),
                bare.reason(),
                questions);
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                new Inquiry(
                        row.getString("number"),
                        row.getInt("ordinal"),
                        InquiryAddressee.valueOf(row.getString("addressee")),
                        row.getString("name"),
                        InquiryWay.valueOf(row.getString("way")),
                        row.getBoolean("show_number"),
                        row.getString("intro"),
                        row.getObject("last_day", LocalDate.class),
                        InquiryState.valueOf(row.getString("state")),
                        History.Entry.who(row.getString("asked_by"), row.getString("asked_by_name")),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getObject("reminded_on", LocalDate.class),
                        instant(row, "settled_at"),
                        row.getString("reason"),
                        List.of()),
                row.getString("contact"),
                row.getString("seed"));
    }

    private static List<String> lines(@Nullable String choices) {
        return choices == null ? List.of() : choices.lines().toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
