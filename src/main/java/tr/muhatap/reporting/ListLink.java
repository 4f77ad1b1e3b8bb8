package tr.muhatap.reporting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tr.muhatap.text.Days;

/** Link to the list of applications that a figure counts, with the same criteria. */
final class ListLink {

    /** The value of the field of a unit or topic for those that have none. */
    private static final String NONE = "YOK";

    private final Map<String, String> fields;

    /** The values of the list's field {@code yol}. */
    enum Path {
        UZATILAN,
        YENIDEN_ACILAN,
        YERINDE,
        ILETILEN,
        SUBE_MUDURUNDE,
        DEVRALINAN
    }

    private ListLink(Map<String, String> fields) {
        this.fields = fields;
    }

    static ListLink none() {
        return new ListLink(Map.of());
    }

    static ListLink of(Period period) {
        return none().with("tarih1", Days.written(period.from())).with("tarih2", Days.written(period.until()));
    }

    /** @param value null: unchanged */
    ListLink with(String field, @Nullable String value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new ListLink(more);
    }

    ListLink open() {
        return with("durum", "ACIK");
    }

    ListLink closed() {
        return with("durum", "KAPANDI");
    }

    /** Those closed after their limit. */
    ListLink openLate() {
        return with("sure", "ACIK");
    }

    /** Those that were closed within their limit. */
    ListLink closedInTime() {
        return with("sure", "SURESINDE");
    }

    /** Those on whose way something happened. */
    ListLink path(Path path) {
        return with("yol", path.name());
    }

    /** Those without a unit, or without a topic. */
    ListLink without(String field) {
        return with(field, NONE);
    }

    /** Those closed after their limit. */
    ListLink closedLate() {
        return with("sure", "KAPALI");
    }

    String address() {
        var address = UriComponentsBuilder.fromPath("/basvurular");
        fields.keySet().forEach(field -> address.queryParam(field, "{" + field + "}"));
        return address.encode().buildAndExpand(fields).toUriString();
    }
}
