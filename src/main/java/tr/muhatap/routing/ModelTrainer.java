package tr.muhatap.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tr.muhatap.routing.PlainWords.Word;

/**
 * Trains a {@link UnitModel} on texts whose unit is known: a linear support vector machine per unit (dual coordinate
 * descent, squared hinge loss), combined with complement naive Bayes. The mixing weight and the calibration temperature
 * are fitted on held-out texts. Deterministic for the same texts in the same order. See ADR 81.
 */
final class ModelTrainer {

    /** Minimum document frequency: rarer features may be names, and carry little information. */
    private static final int FEWEST_TEXTS = 2;

    private static final int MOST_FEATURES = 150_000;
    private static final int FOLDS = 3;
    private static final int FEWEST_TO_MEASURE = 60;
    private static final int ROUNDS = 15;
    private static final double COST = 1.0;
    private static final double ENOUGH = 0.1;
    private static final double SMALLEST = 1e-12;
    private static final long SEED = 20_260_101L;
    private static final double[] SHARES_OF_COUNTS = {0, 0.25, 0.5, 1, 2};
    private static final double[] TEMPERATURES = {0.05, 0.08, 0.12, 0.18, 0.25, 0.35, 0.5, 0.7, 1, 1.4, 2};

    /** Conservative defaults if nothing can be measured. */
    private static final Tuning UNMEASURED = new Tuning(0.5, 0.5, null);

    private ModelTrainer() {}

    /**
     * @param weight 1 for a decision of the office, less for shipped examples
     * @param own whether the office decided it
     */
    record Example(List<Word> words, String unit, double weight, boolean own) {}

    /**
     * Accuracy on held-out texts.
     *
     * @param texts number of held-out texts
     */
    record Measured(int texts, double first, double amongThree) {}

    /** A model and its accuracy; null if there were too few texts. */
    record Trained(
            UnitModel model,
            @org.jspecify.annotations.Nullable Measured measured) {}

    private record Tuning(
            double counts,
            double temperature,
            @org.jspecify.annotations.Nullable Measured measured) {}

    static Trained train(List<Example> examples) {
        var units =
                List.copyOf(new TreeSet<>(examples.stream().map(Example::unit).toList()));
        var texts = Texts.of(examples, units);
        var everything = IntStream.range(0, examples.size()).toArray();
        var tuning = measure(texts, examples, units.size());
        var learned = Learned.of(texts, everything, units.size());
        return new Trained(
                new UnitModel(
                        units, texts.features, texts.rarity, learned.joined(tuning.counts()), tuning.temperature()),
                tuning.measured());
    }

    /** Cross-validation: each of the office's texts is classified once by a model trained on the others. */
    private static Tuning measure(Texts texts, List<Example> examples, int units) {
        var own = new ArrayList<>(IntStream.range(0, examples.size())
                .filter(text -> examples.get(text).own())
                .boxed()
                .toList());
        if (own.size() < FEWEST_TO_MEASURE) {
            return UNMEASURED;
        }
        Collections.shuffle(own, new Random(SEED));
        var machine = new double[own.size()][];
        var counts = new double[own.size()][];
        for (int fold = 0; fold < FOLDS; fold++) {
            var held = new HashSet<Integer>();
            for (int place = fold; place < own.size(); place += FOLDS) {
                held.add(own.get(place));
            }
            var learned = Learned.of(
                    texts,
                    IntStream.range(0, examples.size())
                            .filter(text -> !held.contains(text))
                            .toArray(),
                    units);
            for (int place = fold; place < own.size(); place += FOLDS) {
                machine[place] = texts.scores(own.get(place), learned.machine, units);
                counts[place] = texts.scores(own.get(place), learned.counts, units);
            }
        }
        return best(texts, own, machine, counts);
    }

    private static Tuning best(Texts texts, List<Integer> own, double[][] machine, double[][] counts) {
        double least = Double.MAX_VALUE;
        var best = UNMEASURED;
        for (double share : SHARES_OF_COUNTS) {
            var joined = IntStream.range(0, own.size())
                    .mapToObj(place -> IntStream.range(0, machine[place].length)
                            .mapToDouble(unit -> machine[place][unit] + share * counts[place][unit])
                            .toArray())
                    .toArray(double[][]::new);
            for (double temperature : TEMPERATURES) {
                double loss = 0;
                for (int place = 0; place < joined.length; place++) {
                    double right = UnitModel.softmax(joined[place], temperature)[texts.unit[own.get(place)]];
                    loss -= Math.log(Math.max(right, SMALLEST));
                }
                if (loss < least) {
                    least = loss;
                    best = new Tuning(share, temperature, measured(texts, own, joined));
                }
            }
        }
        return best;
    }

    private static Measured measured(Texts texts, List<Integer> own, double[][] scores) {
        int first = 0;
        int amongThree = 0;
        for (int place = 0; place < scores.length; place++) {
            double right = scores[place][texts.unit[own.get(place)]];
            long better =
                    Arrays.stream(scores[place]).filter(score -> score > right).count();
            first += better == 0 ? 1 : 0;
            amongThree += better < 3 ? 1 : 0;
        }
        return new Measured(scores.length, (double) first / scores.length, (double) amongThree / scores.length);
    }

    /** The texts as indices of features. */
    private static final class Texts {

        private final int[] features;
        private final float[] rarity;
        private final int[][] words;
        private final int[][] pieces;
        private final float[] wordScale;
        private final float[] pieceScale;
        private final int[] unit;
        private final float[] weight;

        private Texts(
                int[] features, float[] rarity, int[][] words, int[][] pieces, List<Example> of, List<String> units) {
            this.features = features;
            this.rarity = rarity;
            this.words = words;
            this.pieces = pieces;
            int many = of.size();
            wordScale = new float[many];
            pieceScale = new float[many];
            unit = new int[many];
            weight = new float[many];
            for (int text = 0; text < many; text++) {
                wordScale[text] = scale(words[text]);
                pieceScale[text] = scale(pieces[text]);
                unit[text] = units.indexOf(of.get(text).unit());
                weight[text] = (float) of.get(text).weight();
            }
        }

        static Texts of(List<Example> examples, List<String> units) {
            var names = names(examples);
            var words = new int[examples.size()][];
            var pieces = new int[examples.size()][];
            var occurrences = new int[Features.BUCKETS];
            for (int text = 0; text < words.length; text++) {
                var found = Features.of(examples.get(text).words().stream()
                        .filter(word -> !names.contains(word.folded()))
                        .toList());
                words[text] = found.words();
                pieces[text] = found.pieces();
                for (int each : words[text]) {
                    occurrences[each]++;
                }
                for (int each : pieces[text]) {
                    occurrences[each]++;
                }
            }
            int fewest = FEWEST_TEXTS;
            while (many(occurrences, fewest) > MOST_FEATURES) {
                fewest++;
            }
            int least = fewest;
            var features = IntStream.range(0, occurrences.length)
                    .filter(each -> occurrences[each] >= least)
                    .toArray();
            var rarity = new float[features.length];
            for (int place = 0; place < features.length; place++) {
                rarity[place] = (float) (1 + Math.log((1.0 + words.length) / (1.0 + occurrences[features[place]])));
                // From here on: index of the feature
                occurrences[features[place]] = -1 - place;
            }
            for (int text = 0; text < words.length; text++) {
                words[text] = places(words[text], occurrences);
                pieces[text] = places(pieces[text], occurrences);
            }
            return new Texts(features, rarity, words, pieces, examples, units);
        }

        /** Words that are always written as names. */
        private static Set<String> names(List<Example> examples) {
            var names = new HashSet<String>();
            examples.forEach(example -> example.words().stream()
                    .filter(word -> word.style() == PlainWords.Style.NAME)
                    .forEach(word -> names.add(word.folded())));
            examples.forEach(example -> example.words().stream()
                    .filter(word -> word.style() == PlainWords.Style.SMALL)
                    .forEach(word -> names.remove(word.folded())));
            return names;
        }

        private static long many(int[] occurrences, int fewest) {
            return Arrays.stream(occurrences).filter(each -> each >= fewest).count();
        }

        private static int[] places(int[] features, int[] occurrences) {
            return IntStream.of(features)
                    .map(each -> occurrences[each])
                    .filter(each -> each < 0)
                    .map(each -> -1 - each)
                    .toArray();
        }

        private float scale(int[] places) {
            double square = 0;
            for (int place : places) {
                square += rarity[place] * rarity[place];
            }
            return square == 0 ? 0 : (float) (1 / Math.sqrt(square));
        }

        double dot(int text, float[] weights) {
            double words = 0;
            for (int place : this.words[text]) {
                words += rarity[place] * weights[place];
            }
            double pieces = 0;
            for (int place : this.pieces[text]) {
                pieces += rarity[place] * weights[place];
            }
            return words * wordScale[text] + pieces * pieceScale[text] + weights[features.length];
        }

        void add(int text, double change, float[] weights) {
            for (int place : words[text]) {
                weights[place] += (float) (change * rarity[place] * wordScale[text]);
            }
            for (int place : pieces[text]) {
                weights[place] += (float) (change * rarity[place] * pieceScale[text]);
            }
            weights[features.length] += (float) change;
        }

        double square(int text) {
            return (wordScale[text] > 0 ? 1 : 0) + (pieceScale[text] > 0 ? 1 : 0) + 1;
        }

        double[] scores(int text, float[][] weights, int units) {
            var scores = new double[units];
            for (int each = 0; each < units; each++) {
                scores[each] = dot(text, weights[each]);
            }
            return scores;
        }
    }

    /** Weights of each unit. */
    private record Learned(float[][] machine, float[][] counts) {

        static Learned of(Texts texts, int[] of, int units) {
            var counts = counts(texts, of, units);
            var machine = new float[units][];
            for (int unit = 0; unit < units; unit++) {
                machine[unit] = machine(texts, of, unit);
            }
            return new Learned(machine, counts);
        }

        /** Row-major by feature, then unit. */
        float[] joined(double share) {
            int units = machine.length;
            int features = machine[0].length;
            var joined = new float[features * units];
            for (int unit = 0; unit < units; unit++) {
                for (int place = 0; place < features; place++) {
                    joined[place * units + unit] = (float) (machine[unit][place] + share * counts[unit][place]);
                }
            }
            return joined;
        }

        private static float[] machine(Texts texts, int[] of, int unit) {
            var weights = new float[texts.features.length + 1];
            var dual = new double[of.length];
            var order = of.clone();
            var place = new HashMap<Integer, Integer>();
            for (int each = 0; each < of.length; each++) {
                place.put(of[each], each);
            }
            var random = new Random(SEED + unit);
            for (int round = 0; round < ROUNDS; round++) {
                shuffle(order, random);
                double highest = Double.NEGATIVE_INFINITY;
                double lowest = Double.POSITIVE_INFINITY;
                for (int text : order) {
                    int at = Objects.requireNonNull(place.get(text));
                    double side = texts.unit[text] == unit ? 1 : -1;
                    double diagonal = 1 / (2 * COST * texts.weight[text]);
                    double gradient = side * texts.dot(text, weights) - 1 + dual[at] * diagonal;
                    double projected = dual[at] == 0 ? Math.min(gradient, 0) : gradient;
                    highest = Math.max(highest, projected);
                    lowest = Math.min(lowest, projected);
                    if (Math.abs(projected) > SMALLEST) {
                        double before = dual[at];
                        dual[at] = Math.max(before - gradient / (texts.square(text) + diagonal), 0);
                        texts.add(text, (dual[at] - before) * side, weights);
                    }
                }
                if (highest - lowest < ENOUGH) {
                    break;
                }
            }
            return weights;
        }

        private static void shuffle(int[] order, Random random) {
            for (int last = order.length - 1; last > 0; last--) {
                int other = random.nextInt(last + 1);
                int kept = order[last];
                order[last] = order[other];
                order[other] = kept;
            }
        }

        /** Complement naive Bayes: rarity of a feature in the texts of all other units, on the scale of the SVM. */
        private static float[][] counts(Texts texts, int[] of, int units) {
            int features = texts.features.length;
            var counts = new float[units][features + 1];
            var sums = new double[units];
            var all = new double[features];
            for (int text : of) {
                count(texts, text, texts.words[text], texts.wordScale[text], counts, sums, all);
                count(texts, text, texts.pieces[text], texts.pieceScale[text], counts, sums, all);
            }
            double total = Arrays.stream(sums).sum();
            for (int unit = 0; unit < units; unit++) {
                double others = total - sums[unit] + features * SMOOTHING;
                double size = 0;
                for (int place = 0; place < features; place++) {
                    double share = (all[place] - counts[unit][place] + SMOOTHING) / others;
                    counts[unit][place] = (float) -Math.log(share);
                    size += counts[unit][place];
                }
                double mean = size / Math.max(1, features);
                for (int place = 0; place < features; place++) {
                    counts[unit][place] = (float) ((counts[unit][place] - mean) * SCALE_OF_COUNTS);
                }
            }
            return counts;
        }

        private static final double SMOOTHING = 0.05;
        private static final double SCALE_OF_COUNTS = 0.1;

        private static void count(
                Texts texts, int text, int[] places, float scale, float[][] counts, double[] sums, double[] all) {
            for (int place : places) {
                double value = texts.rarity[place] * scale * texts.weight[text];
                counts[texts.unit[text]][place] += (float) value;
                sums[texts.unit[text]] += value;
                all[place] += value;
            }
        }
    }
}
