package tr.muhatap.routing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tr.muhatap.routing.PlainWords.Word;

/**
 * The trained model: a weight for each feature and unit. Contains hash values and numbers only, no words. Immutable.
 */
final class UnitModel {

    private static final int FORMAT = 1;
    private static final int STEPS = Short.MAX_VALUE;

    private final List<String> units;

    /** Ascending. */
    private final int[] features;

    private final float[] rarity;

    /** Row-major by feature, then unit; the last row holds the bias. */
    private final float[] weights;

    private final double temperature;

    /**
     * @param features hash values in ascending order
     * @param rarity inverse document frequency of each
     * @param weights row-major by feature, then unit; the last row holds the bias
     * @param temperature calibration: divides the scores before softmax
     */
    UnitModel(List<String> units, int[] features, float[] rarity, float[] weights, double temperature) {
        this.units = List.copyOf(units);
        this.features = features.clone();
        this.rarity = rarity.clone();
        this.weights = weights.clone();
        this.temperature = temperature;
    }

    /** A unit and its probability. */
    record Share(String unit, double confidence) {}

    List<String> units() {
        return units;
    }

    /** All units by descending probability; the probabilities sum to 1. */
    List<Share> shares(List<Word> words) {
        var shares = softmax(scores(Features.of(known(words))), temperature);
        return IntStream.range(0, units.size())
                .mapToObj(unit -> new Share(units.get(unit), shares[unit]))
                .sorted(Comparator.comparingDouble(Share::confidence).reversed())
                .toList();
    }

    /** The words that contribute most to a unit, as written. */
    List<String> reasons(List<Word> words, String unit, int most) {
        int of = units.indexOf(unit);
        var weight = new LinkedHashMap<String, Double>();
        var known = known(words);
        for (var word : known) {
            if (of >= 0 && isLearned(word.folded())) {
                weight.computeIfAbsent(word.written(), written -> distinction(word.folded(), of));
            }
        }
        return weight.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Drops words written as a name that never occurred as a common word. */
    private List<Word> known(List<Word> words) {
        return words.stream()
                .filter(word -> word.style() != PlainWords.Style.NAME || place(Features.word(word.folded())) >= 0)
                .toList();
    }

    /** Whether the word or its prefix is a known feature, not only its n-grams. */
    private boolean isLearned(String folded) {
        return !Features.isCommon(folded)
                && IntStream.of(Features.whole(folded)).anyMatch(feature -> place(feature) >= 0);
    }

    private double distinction(String folded, int unit) {
        double sum = 0;
        for (int feature : Features.all(folded)) {
            int place = place(feature);
            if (place >= 0) {
                double mean = 0;
                for (int each = 0; each < units.size(); each++) {
                    mean += weights[place * units.size() + each];
                }
                sum += rarity[place] * (weights[place * units.size() + unit] - mean / units.size());
            }
        }
        return sum;
    }

    private double[] scores(Features.Of text) {
        var scores = new double[units.size()];
        add(text.words(), scores);
        add(text.pieces(), scores);
        int behind = features.length * units.size();
        for (int unit = 0; unit < scores.length; unit++) {
            scores[unit] += weights[behind + unit];
        }
        return scores;
    }

    private void add(int[] hashes, double[] scores) {
        var places = IntStream.of(hashes)
                .map(this::place)
                .filter(place -> place >= 0)
                .toArray();
        double square = 0;
        for (int place : places) {
            square += rarity[place] * rarity[place];
        }
        double scale = square == 0 ? 0 : 1 / Math.sqrt(square);
        for (int place : places) {
            double value = rarity[place] * scale;
            for (int unit = 0; unit < scores.length; unit++) {
                scores[unit] += value * weights[place * scores.length + unit];
            }
        }
    }

    private int place(int feature) {
        return Arrays.binarySearch(features, feature);
    }

    static double[] softmax(double[] scores, double temperature) {
        double highest = Arrays.stream(scores).max().orElse(0);
        var shares = Arrays.stream(scores)
                .map(score -> Math.exp((score - highest) / temperature))
                .toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /** Serialized form; weights are rounded to sixteen bits. */
    byte[] written() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(FORMAT);
            out.writeDouble(temperature);
            out.writeInt(units.size());
            for (var unit : units) {
                out.writeUTF(unit);
            }
            out.writeInt(features.length);
            int before = 0;
            for (int feature : features) {
                out.writeInt(feature - before);
                before = feature;
            }
            writeRounded(rarity, out);
            writeRounded(weights, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws UncheckedIOException if another version of the program wrote it */
    static UnitModel read(byte[] written) {
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(written)))) {
            if (in.readInt() != FORMAT) {
                throw new IOException("Another version of the program wrote this model");
            }
            double temperature = in.readDouble();
            int many = in.readInt();
            var units = new ArrayList<String>();
            for (int unit = 0; unit < many; unit++) {
                units.add(in.readUTF());
            }
            var features = new int[in.readInt()];
            int before = 0;
            for (int place = 0; place < features.length; place++) {
                before += in.readInt();
                features[place] = before;
            }
            return new UnitModel(
                    units,
                    features,
                    readRounded(features.length, in),
                    readRounded((features.length + 1) * many, in),
                    temperature);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeRounded(float[] values, DataOutputStream out) throws IOException {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        out.writeFloat(largest);
        for (float value : values) {
            out.writeShort(largest == 0 ? 0 : Math.round(value / largest * STEPS));
        }
    }

    private static float[] readRounded(int many, DataInputStream in) throws IOException {
        float largest = in.readFloat();
        var values = new float[many];
        for (int place = 0; place < many; place++) {
            values[place] = in.readShort() * largest / STEPS;
        }
        return values;
    }
}
