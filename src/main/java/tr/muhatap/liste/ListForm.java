package tr.muhatap.liste;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tr.muhatap.dosya.ApplicationList.Place;

/**
 * The form of a list as entered; its fields are the query parameters of the page.
 *
 * @param imlec cursor of the page, as {@link #at} formats it
 */
public record ListForm(
        @Nullable String no,
        @Nullable String kelime,
        @Nullable String kanal,
        @Nullable String birim,
        @Nullable String konu,
        @Nullable String tur,
        @Nullable String durum,
        @Nullable String sonuc,
        @Nullable String tarih1,
        @Nullable String tarih2,
        @Nullable String sonTarih1,
        @Nullable String sonTarih2,
        @Nullable String sure,
        @Nullable String iletilen,
        @Nullable String ad,
        @Nullable String telefon,
        @Nullable String tc,
        @Nullable String yol,
        @Nullable String kurum,
        @Nullable String kapanis1,
        @Nullable String kapanis2,
        @Nullable String sirala,
        @Nullable String imlec) {

    private static final Pattern PLACE = Pattern.compile("([so])~([0-9TZ:.-]{10,40})~([0-9]{4}-[0-9]{6,12})");

    /** Creates a form from submitted or stored fields. */
    public static ListForm of(Function<String, @Nullable String> field) {
        return new ListForm(
                field.apply("no"),
                field.apply("kelime"),
                field.apply("kanal"),
                field.apply("birim"),
                field.apply("konu"),
                field.apply("tur"),
                field.apply("durum"),
                field.apply("sonuc"),
                field.apply("tarih1"),
                field.apply("tarih2"),
                field.apply("sonTarih1"),
                field.apply("sonTarih2"),
                field.apply("sure"),
                field.apply("iletilen"),
                field.apply("ad"),
                field.apply("telefon"),
                field.apply("tc"),
                field.apply("yol"),
                field.apply("kurum"),
                field.apply("kapanis1"),
                field.apply("kapanis2"),
                field.apply("sirala"),
                null);
    }

    /** The criteria without empty ones, in the order of the form. */
    public Map<String, String> criteria() {
        var fields = new LinkedHashMap<String, String>();
        put(fields, "no", no);
        put(fields, "kelime", kelime);
        put(fields, "kanal", kanal);
        put(fields, "birim", birim);
        put(fields, "konu", konu);
        put(fields, "tur", tur);
        put(fields, "durum", durum);
        put(fields, "sonuc", sonuc);
        put(fields, "tarih1", tarih1);
        put(fields, "tarih2", tarih2);
        put(fields, "sonTarih1", sonTarih1);
        put(fields, "sonTarih2", sonTarih2);
        put(fields, "sure", sure);
        put(fields, "iletilen", iletilen);
        put(fields, "ad", ad);
        put(fields, "telefon", telefon);
        put(fields, "tc", tc);
        put(fields, "yol", yol);
        put(fields, "kurum", kurum);
        put(fields, "kapanis1", kapanis1);
        put(fields, "kapanis2", kapanis2);
        return fields;
    }

    /** The criteria with the sort order. */
    public Map<String, String> fields() {
        var fields = criteria();
        put(fields, "sirala", sirala);
        return fields;
    }

    /** Null on the first page, and for an invalid cursor. */
    @Nullable
    Place place() {
        var parts = imlec == null ? null : PLACE.matcher(imlec);
        return parts == null || !parts.matches()
                ? null
                : new Place(parts.group(2), parts.group(3), parts.group(1).equals("s"));
    }

    /** Formats a cursor for the page's address. */
    public static String at(Place place) {
        return (place.forward() ? "s~" : "o~") + place.value() + "~" + place.number();
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, value);
        }
    }
}
