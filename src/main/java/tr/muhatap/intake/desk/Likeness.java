package tr.muhatap.intake.desk;

import java.util.HashSet;
import java.util.Set;
import tr.muhatap.text.TurkishText;

/** Similarity of two short texts, and distance between two places. */
final class Likeness {

    private static final double METRES_OF_A_DEGREE = 111_320;

    private Likeness() {}

    /** Jaccard similarity of the trigrams of both texts' words, 0 to 1, ignoring diacritics. */
    static double of(String one, String other) {
        var ones = trigrams(one);
        var others = trigrams(other);
        if (ones.isEmpty() || others.isEmpty()) {
            return 0;
        }
        var common = new HashSet<>(ones);
        common.retainAll(others);
        return (double) common.size() / (ones.size() + others.size() - common.size());
    }

    /** Distance in metres between two places given in degrees; an approximation for short distances. */
    static double metres(double latitude, double longitude, double otherLatitude, double otherLongitude) {
        double north = (latitude - otherLatitude) * METRES_OF_A_DEGREE;
        double east = (longitude - otherLongitude) * metresOfALongitude(latitude);
        return Math.hypot(north, east);
    }

    /** Metres to degrees of latitude. */
    static double latitudes(double metres) {
        return metres / METRES_OF_A_DEGREE;
    }

    /** Metres to degrees of longitude at a latitude. */
    static double longitudes(double metres, double latitude) {
        return metres / Math.max(1, metresOfALongitude(latitude));
    }

    private static double metresOfALongitude(double latitude) {
        return METRES_OF_A_DEGREE * Math.cos(Math.toRadians(latitude));
    }

    private static Set<String> trigrams(String text) {
        var trigrams = new HashSet<String>();
        for (var word : TurkishText.folded(text).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                String padded = "  " + word + " ";
                for (int i = 0; i + 3 <= padded.length(); i++) {
                    trigrams.add(padded.substring(i, i + 3));
                }
            }
        }
        return trigrams;
    }
}
