package tr.muhatap.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tr.muhatap.routing.InventedComplaints.Complaint;
import tr.muhatap.routing.ModelTrainer.Example;

/**
 * What is learned from invented text. {@code mvn test -Dtest=ModelTrainerTest -Dmuhatap.oneri.olcum=2500} prints the
 * cross-validation over that many.
 */
class ModelTrainerTest {

    private static final int MANY = Integer.getInteger("muhatap.oneri.olcum", 400);

    @Test
    void textsItHasNotSeenAreRoutedAsTheOfficeRoutedOthers() {
        long from = System.nanoTime();
        var trained = ModelTrainer.train(examples(InventedComplaints.of(MANY, 1)));
        var measured = Objects.requireNonNull(trained.measured());
        System.out.printf(
                "Invented text, %d complaints, cross-validation: first %.3f, among three %.3f; %d ms, %d bytes%n",
                measured.texts(),
                measured.first(),
                measured.amongThree(),
                (System.nanoTime() - from) / 1_000_000,
                trained.model().written().length);
        assertThat(measured.first()).isGreaterThan(0.80);
        assertThat(measured.amongThree()).isGreaterThan(0.90);
    }

    @Test
    void aConfidenceIsAsGoodAsItSays() {
        var model = ModelTrainer.train(examples(InventedComplaints.of(MANY, 2))).model();
        double said = 0;
        double right = 0;
        var unseen = InventedComplaints.of(600, 3);
        for (var complaint : unseen) {
            var first = model.shares(PlainWords.of(complaint.text(), List.of())).get(0);
            said += first.confidence();
            right += first.unit().equals(complaint.unit()) ? 1 : 0;
        }
        assertThat(said / unseen.size()).isCloseTo(right / unseen.size(), within(0.08));
    }

    @Test
    void aModelIsTheSameAfterItWasKept() {
        var model = ModelTrainer.train(examples(InventedComplaints.of(120, 4))).model();
        var words = PlainWords.of("Köpek sürüsü çocuklara saldırıyor", List.of());
        var read = UnitModel.read(model.written());
        assertThat(read.shares(words).get(0).unit())
                .isEqualTo(model.shares(words).get(0).unit());
        assertThat(read.shares(words).get(0).confidence())
                .isCloseTo(model.shares(words).get(0).confidence(), within(0.01));
        assertThat(read.reasons(words, "veteriner", 2)).isEqualTo(model.reasons(words, "veteriner", 2));
    }

    @Test
    void theSameTextsGiveTheSameModel() {
        var examples = examples(InventedComplaints.of(120, 5));
        assertThat(ModelTrainer.train(examples).model().written())
                .isEqualTo(ModelTrainer.train(examples).model().written());
    }

    @Test
    void aTextWithoutAKnownWordGoesByHowOftenAUnitIsAsked() {
        var model = ModelTrainer.train(examples(InventedComplaints.of(200, 6))).model();
        var shares = model.shares(PlainWords.of("qqqq wwww", List.of()));
        assertThat(shares)
                .hasSize(8)
                .allSatisfy(share -> assertThat(share.confidence()).isBetween(0.0, 1.0));
        assertThat(shares.stream().mapToDouble(UnitModel.Share::confidence).sum())
                .isCloseTo(1, within(1e-6));
        assertThat(model.reasons(PlainWords.of("qqqq wwww", List.of()), "zabita", 3))
                .isEmpty();
    }

    @Test
    void theWordsItWentByAreThoseOfTheMatter() {
        var model = ModelTrainer.train(examples(InventedComplaints.of(MANY, 7))).model();
        assertThat(model.reasons(
                        PlainWords.of("Evimizin önünde KÖPEKLER saldırıyor, lütfen ilgilenin", List.of()),
                        "veteriner",
                        2))
                .contains("köpekler");
    }

    @Test
    void whatOneTextAloneSaysIsNotLearned() {
        var examples = new ArrayList<>(examples(InventedComplaints.of(100, 8)));
        var words = PlainWords.of("zürafalar", List.of());
        examples.add(new Example(words, "veteriner", 1, true));
        var once = ModelTrainer.train(examples).model();
        assertThat(once.reasons(words, "veteriner", 1)).isEmpty();
        examples.add(new Example(words, "veteriner", 1, true));
        var twice = ModelTrainer.train(examples).model();
        assertThat(twice.reasons(words, "veteriner", 1)).containsExactly("zürafalar");
        assertThat(twice.shares(words).get(0).unit()).isEqualTo("veteriner");
    }

    @Test
    void aNameThatNobodyWritesAsAWordIsNotLearned() {
        var examples = new ArrayList<>(examples(InventedComplaints.of(100, 9)));
        var said = PlainWords.of("Bunu komşum Zülküf söyledi, Karabekir tanıktır", List.of());
        for (int i = 0; i < 5; i++) {
            examples.add(new Example(said, "zabita", 1, true));
        }
        var model = ModelTrainer.train(examples).model();
        assertThat(model.reasons(PlainWords.of("Dün Zülküf ve Karabekir geldi", List.of()), "zabita", 5))
                .doesNotContain("zülküf", "karabekir");
        assertThat(model.reasons(PlainWords.of("dün zülküf ve karabekir geldi", List.of()), "zabita", 5))
                .doesNotContain("zülküf", "karabekir");
    }

    static List<Example> examples(List<Complaint> complaints) {
        return complaints.stream()
                .map(each -> new Example(PlainWords.of(each.text(), List.of()), each.unit(), 1, true))
                .toList();
    }
}
