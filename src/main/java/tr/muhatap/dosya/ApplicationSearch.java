package tr.muhatap.dosya;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds applications by person, location and recency, without authorization: callers decide what may be shown. */
@Component
public class ApplicationSearch {

    /** A bounding box in degrees. */
    public record Box(double south, double north, double west, double east) {}

    public record Place(String number, double latitude, double longitude) {}

    public record Heading(String number, @Nullable String topic, String subject) {}

    private final JdbcClient jdbc;

    ApplicationSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    public List<String> numbersByPhone(String phone, int most) {
        return numbers("applicant_phone", phone, most);
    }

    /** Newest first. */
    public List<String> numbersByNationalId(String nationalId, int most) {
        return numbers("applicant_national_id", nationalId, most);
    }

    /** By the registration number in the document system; newest first. */
    public List<String> numbersByPaper(String paperNumber, int most) {
        return numbers("paper_number", paperNumber, most);
    }

    private List<String> numbers(String column, String value, int most) {
        return jdbc.sql("select number from basvuru where " + column
                        + " = :value order by received_at desc limit :most")
                .param("value", value)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Open applications of a topic in a box. */
    public List<Place> openIn(String topic, Box box) {
        return jdbc.sql("select number, latitude, longitude from basvuru where topic = :topic and status <> 'KAPANDI' "
                        + "and latitude between :south and :north and longitude between :west and :east")
                .param("topic", topic)
                .param("south", box.south())
                .param("north", box.north())
                .param("west", box.west())
                .param("east", box.east())
                .query((row, index) ->
                        new Place(row.getString("number"), row.getDouble("latitude"), row.getDouble("longitude")))
                .list();
    }

    /** Open applications, newest first. */
    public List<Heading> newestOpen(int most) {
        return jdbc.sql("select number, topic, subject from basvuru where status <> 'KAPANDI' "
                        + "order by received_at desc limit :most")
                .param("most", most)
                .query((row, index) ->
                        new Heading(row.getString("number"), row.getString("topic"), row.getString("subject")))
                .list();
    }
}
