package tr.muhatap.denetim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Draws a reproducible random sample: numbers are ordered by the SHA-256 of seed and number, and each stratum
 * contributes its first ones. Each stratum gets at least one while there is room; the rest is distributed by their
 * sizes.
 */
final class Draw {

    /** @param stratum label of the channel or unit; a constant without strata */
    record Member(String number, String stratum) {}

    /** The hash is computed once for each number, not at each comparison. */
    private record Placed(String place, Member member) {}

    private Draw() {}

    static List<Member> of(Collection<Member> population, String seed, int size) {
        var strata = new TreeMap<>(population.stream().collect(Collectors.groupingBy(Member::stratum)));
        var shares = shares(strata, Math.min(size, population.size()));
        var drawn = new ArrayList<Member>();
        strata.forEach((stratum, members) -> members.stream()
                .map(member -> new Placed(place(seed, member.number()), member))
                .sorted(Comparator.comparing(Placed::place))
                .limit(shares.getOrDefault(stratum, 0))
                .map(Placed::member)
                .forEach(drawn::add));
        return drawn;
    }

    /** Largest remainder method, after each stratum has one. */
    private static Map<String, Integer> shares(Map<String, List<Member>> strata, int size) {
        var shares = new TreeMap<String, Integer>();
        var largestFirst = strata.keySet().stream()
                .sorted(Comparator.comparing((String stratum) -> -of(strata, stratum))
                        .thenComparing(stratum -> stratum))
                .toList();
        largestFirst.stream().limit(size).forEach(stratum -> shares.put(stratum, 1));
        int left = size - shares.size();
        while (left > 0) {
            // The stratum that is furthest below its proportional share
            String next = largestFirst.stream()
                    .filter(stratum -> shares.getOrDefault(stratum, 0) < of(strata, stratum))
                    .max(Comparator.comparingDouble(
                            stratum -> (double) of(strata, stratum) / (shares.getOrDefault(stratum, 0) + 1)))
                    .orElseThrow();
            shares.merge(next, 1, Integer::sum);
            left--;
        }
        return shares;
    }

    private static int of(Map<String, List<Member>> strata, String stratum) {
        return strata.getOrDefault(stratum, List.of()).size();
    }

    private static String place(String seed, String number) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((seed + ":" + number).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
