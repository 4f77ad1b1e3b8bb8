package tr.muhatap.liste;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.Status;
import tr.muhatap.channel.Channel;
import tr.muhatap.dosya.ApplicationList;
import tr.muhatap.dosya.ApplicationList.Column;
import tr.muhatap.dosya.ApplicationList.Lateness;
import tr.muhatap.dosya.ApplicationList.Path;
import tr.muhatap.dosya.ApplicationList.Place;
import tr.muhatap.dosya.ApplicationList.Query;
import tr.muhatap.organization.Organization;
import tr.muhatap.text.Check;
import tr.muhatap.text.Days;
import tr.muhatap.text.Digits;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.SearchText;
import tr.muhatap.text.Texts;

/** Parses the form of a list into a query and a sort order, or faults by field. */
@Component
public class ListReader {

    /** Maximum code points of words and names. */
    private static final int LONGEST = 200;

    private static final Pattern NUMBER = Pattern.compile("20[0-9]{2}-[0-9]{6,9}");
    private static final Pattern NATIONAL_ID = Pattern.compile("[0-9]{11}");

    /** Value for all open applications, in addition to the states. */
    public static final String OPEN = "ACIK";

    private static final String UPWARDS = "-artan";

    /**
     * The parsed form.
     *
     * @param query contains only the valid criteria if there are faults
     * @param faults by field; the list is shown only if there are none
     * @param place null for the first page
     */
    public record Reading(
            Query query,
            Column sortedBy,
            boolean ascending,
            @Nullable Place place,
            Map<String, String> faults) {}

    private final Organization organization;
    private final ApplicationList list;

    ListReader(Organization organization, ApplicationList list) {
        this.organization = organization;
        this.list = list;
    }

    /** Value of the field {@code sirala} for a sort order. */
    public static String order(Column column, boolean ascending) {
        return column.name() + (ascending ? UPWARDS : "");
    }

    public Reading read(ListForm form) {
        var check = new Check();
        var column = column(form.sirala());
        var from = day(check, "tarih1", form.tarih1());
        var until = day(check, "tarih2", form.tarih2());
        inOrder(check, "tarih2", from, until);
        var lastFrom = day(check, "sonTarih1", form.sonTarih1());
        var lastUntil = day(check, "sonTarih2", form.sonTarih2());
        inOrder(check, "sonTarih2", lastFrom, lastUntil);
        var closedFrom = day(check, "kapanis1", form.kapanis1());
        var closedUntil = day(check, "kapanis2", form.kapanis2());
        inOrder(check, "kapanis2", closedFrom, closedUntil);
        boolean open = OPEN.equals(form.durum());
        var query = new Query(
                number(check, form.no()),
                words(check, "kelime", form.kelime()),
                channel(check, form.kanal()),
                code(
                        check,
                        "birim",
                        form.birim(),
                        code -> Query.NONE.equals(code)
                                || organization.unit(code).isPresent()),
                code(
                        check,
                        "konu",
                        form.konu(),
                        code -> Query.NONE.equals(code)
                                || organization.topic(code).isPresent()),
                choice(check, "tur", Kind.values(), form.tur()),
                open ? Boolean.TRUE : null,
                open ? null : choice(check, "durum", Status.values(), form.durum()),
                choice(check, "sonuc", Outcome.values(), form.sonuc()),
                from,
                until,
                lastFrom,
                lastUntil,
                choice(check, "sure", Lateness.values(), form.sure()),
                given(form.iletilen()) != null,
                words(check, "ad", form.ad()),
                check.phone("telefon", given(form.telefon())),
                nationalId(check, form.tc()),
                choice(check, "yol", Path.values(), form.yol()),
                check.optionalLine("kurum", given(form.kurum()), LONGEST),
                closedFrom,
                closedUntil);
        if (!list.maySearchPersons()) {
            Map.of("ad", blank(form.ad()), "telefon", blank(form.telefon()), "tc", blank(form.tc()))
                    .forEach((field, typed) -> check.require(
                            typed.isEmpty(), field, Texts.of("liste.list-reader.basvuru-sahibine-gore-aramak-size")));
        }
        boolean ascending = form.sirala() != null && form.sirala().endsWith(UPWARDS);
        return new Reading(query, column, ascending, place(form, column), check.faults());
    }

    private static @Nullable String given(@Nullable String typed) {
        String words = blank(typed);
        return words.isEmpty() ? null : words;
    }

    private static String blank(@Nullable String typed) {
        return typed == null ? "" : PlainText.stripped(typed);
    }

    private static @Nullable String number(Check check, @Nullable String typed) {
        String given = given(typed);
        if (given == null) {
            return null;
        }
        String number = Digits.applicationNumber(given);
        check.require(
                NUMBER.matcher(number).matches(),
                "no",
                Texts.of("liste.list-reader.basvuru-numarasi-2026-000123-biciminde"));
        return number;
    }

    private static List<String> words(Check check, String field, @Nullable String typed) {
        String line = check.optionalLine(field, given(typed), LONGEST);
        if (line == null) {
            return List.of();
        }
        var words = SearchText.searched(line);
        check.require(
                words.stream().anyMatch(word -> word.length() > 1),
                field,
                Texts.of("liste.list-reader.en-az-iki-harfli-bir"));
        return words;
    }

    private static @Nullable Channel channel(Check check, @Nullable String typed) {
        String given = given(typed);
        var channel = Channel.find(given).orElse(null);
        check.require(
                given == null || channel != null, "kanal", Texts.of("liste.list-reader.listeden-bir-kanal-secin"));
        return channel;
    }

    private static @Nullable String code(
            Check check, String field, @Nullable String typed, java.util.function.Predicate<String> known) {
        String code = given(typed);
        check.require(
                code == null || known.test(code), field, Texts.of("liste.list-reader.listeden-birini-secin-yok", code));
        return code;
    }

    private static <E extends Enum<E>> @Nullable E choice(
            Check check, String field, E[] values, @Nullable String typed) {
        String given = given(typed);
        var found = Arrays.stream(values)
                .filter(value -> value.name().equals(given))
                .findFirst()
                .orElse(null);
        check.require(given == null || found != null, field, Texts.of("liste.list-reader.listeden-birini-secin"));
        return found;
    }

    private static @Nullable LocalDate day(Check check, String field, @Nullable String typed) {
        String given = given(typed);
        if (given == null) {
            return null;
        }
        var day = Days.parse(given).orElse(null);
        check.require(day != null, field, Texts.of("liste.list-reader.takvimde-bulunan-bir-tarih-yazin", Days.EXAMPLE));
        return day;
    }

    private static void inOrder(Check check, String field, @Nullable LocalDate from, @Nullable LocalDate until) {
        check.require(
                from == null || until == null || !until.isBefore(from),
                field,
                Texts.of("liste.list-reader.bitis-tarihi-baslangic-tarihinden-once"));
    }

    private static @Nullable String nationalId(Check check, @Nullable String typed) {
        String given = given(typed);
        if (given == null) {
            return null;
        }
        String digits = Digits.joined(given);
        check.require(
                NATIONAL_ID.matcher(digits).matches(), "tc", Texts.of("liste.list-reader.t-c-kimlik-numarasi-11"));
        return digits;
    }

    private static Column column(@Nullable String typed) {
        String name = typed == null ? "" : typed.replace(UPWARDS, "");
        return Arrays.stream(Column.values())
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElse(Column.KAYIT);
    }

    /** A cursor of another sort order, or an invalid one, restarts the list. */
    private static @Nullable Place place(ListForm form, Column column) {
        var place = form.place();
        if (place == null) {
            return null;
        }
        try {
            if (column == Column.SON_CEVAP) {
                LocalDate.parse(place.value());
            } else {
                Instant.parse(place.value());
            }
            return place;
        } catch (DateTimeException ofAnotherOrder) {
            return null;
        }
    }
}
