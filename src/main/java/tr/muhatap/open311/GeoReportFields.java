package tr.muhatap.open311;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client sent, by the interface's names. An attribute is {@code attribute[CODE]}, one of several values
 * {@code attribute[CODE][]}; a media address may be there several times.
 */
record GeoReportFields(Map<String, String[]> parameters) {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d{1,25})?");

    /** The first value that is not blank. */
    @Nullable
    String one(String name) {
        return all(name).stream().findFirst().orElse(null);
    }

    /** All values that are not blank. */
    List<String> all(String name) {
        var values = new ArrayList<String>();
        for (var key : List.of(name, name + "[]")) {
            var given = parameters.get(key);
            if (given != null) {
                Arrays.stream(given)
                        .filter(value -> value != null && !value.isBlank())
                        .forEach(values::add);
            }
        }
        return values;
    }

    @Nullable
    String attribute(String code) {
        return one("attribute[" + code + "]");
    }

    /** A list may be written with commas, as several values, or both. */
    List<String> listed(String name) {
        return all(name).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** A coordinate; empty for what is no decimal number. */
    static Optional<Double> decimal(String given) {
        String bare = given.strip();
        return DECIMAL.matcher(bare).matches() ? Optional.of(Double.valueOf(bare)) : Optional.empty();
    }

    /** Characters of all names and values. */
    long size() {
        return parameters.entrySet().stream()
                .mapToLong(entry -> entry.getKey().length()
                        + Arrays.stream(entry.getValue())
                                .mapToLong(value -> value == null ? 0 : value.length())
                                .sum())
                .sum();
    }
}
