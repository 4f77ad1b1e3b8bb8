package tr.muhatap.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Applicant;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.RankedUnits;
import tr.muhatap.basvuru.UnitProposals;
import tr.muhatap.organization.Organization;
import tr.muhatap.routing.Models.Current;
import tr.muhatap.routing.PlainWords.Word;
import tr.muhatap.routing.UnitModel.Share;
import tr.muhatap.rules.RuleTable;
import tr.muhatap.rules.Rules;
import tr.muhatap.text.Texts;

/**
 * Proposes up to three units. The decision table takes precedence: topic and kind rows always, and every row of a table
 * that the office published. Word rows of the shipped table are only a guess, which the learned model overrules if it
 * is trained on enough decisions and more confident (ADR 81).
 */
@Component
class LearnedUnits implements RankedUnits {

    static final int MOST = 3;

    /** Minimum number of the office's decisions for overruling shipped word rows. */
    static final int ENOUGH = 200;

    private static final int MOST_WORDS = 4;
    private static final int HUNDRED = 100;

    private final Models models;
    private final UnitProposals table;
    private final Rules rules;
    private final Organization organization;

    LearnedUnits(Models models, UnitProposals table, Rules rules, Organization organization) {
        this.models = models;
        this.table = table;
        this.rules = rules;
        this.organization = organization;
    }

    @Override
    public List<Ranked> of(Basvuru basvuru) {
        var current = models.current();
        var words = PlainWords.of(basvuru.subject() + "\n" + basvuru.text(), names(basvuru.applicant()));
        var shares = shares(current.model(), words);
        var ranked = new ArrayList<Ranked>();
        var named = table.propose(basvuru)
                .filter(proposal -> organization.openUnit(proposal.unit()).isPresent());
        double left = 1;
        if (named.isPresent()) {
            boolean byWords = isByWords(basvuru, named.get());
            double sure = byWords ? current.byWords() : current.byTopic();
            if (!byWords || !isOverruled(current, shares, named.get().unit(), sure)) {
                String unit = named.get().unit();
                ranked.add(new Ranked(unit, rounded(sure), named.get().reason(), From.TABLO));
                shares = shares.stream()
                        .filter(share -> !share.unit().equals(unit))
                        .toList();
                left = (1 - sure)
                        / Math.max(
                                Double.MIN_NORMAL,
                                shares.stream().mapToDouble(Share::confidence).sum());
            }
        }
        for (var share : shares) {
            if (ranked.size() < MOST) {
                ranked.add(new Ranked(
                        share.unit(),
                        rounded(Math.min(1, share.confidence() * left)),
                        reason(current, words, share.unit()),
                        From.OGRENILEN));
            }
        }
        return ranked;
    }

    private List<Share> shares(UnitModel model, List<Word> words) {
        var byUnit = new LinkedHashMap<String, Double>();
        for (var share : model.shares(words)) {
            organization
                    .currentUnit(share.unit())
                    .ifPresent(unit -> byUnit.merge(unit.code(), share.confidence(), Double::sum));
        }
        return byUnit.entrySet().stream()
                .map(unit -> new Share(unit.getKey(), unit.getValue()))
                .sorted(Comparator.comparingDouble(share -> -share.confidence()))
                .toList();
    }

    private boolean isByWords(Basvuru basvuru, UnitProposals.Proposal named) {
        return !table.propose(basvuru.topic(), basvuru.kind(), "").equals(Optional.of(named));
    }

    private boolean isOverruled(Current current, List<Share> shares, String unit, double sure) {
        return overrules(current.examples(), shares, unit, sure) && !rules.isPublished(RuleTable.BIRIM_YONLENDIRME);
    }

    /**
     * Whether the model, trained on enough decisions, is more confident in another unit than the table's word rows are
     * accurate.
     */
    static boolean overrules(int examples, List<Share> shares, String unit, double sure) {
        return examples >= ENOUGH
                && !shares.isEmpty()
                && !shares.get(0).unit().equals(unit)
                && shares.get(0).confidence() > sure;
    }

    private static String reason(Current current, List<Word> words, String unit) {
        var spoken = current.model().reasons(words, unit, MOST_WORDS);
        if (spoken.isEmpty()) {
            return Texts.of("routing.gerekce.kelime-yok");
        }
        String quoted = spoken.stream().map(word -> "“" + word + "”").collect(Collectors.joining(", "));
        return Texts.of(current.examples() == 0 ? "routing.gerekce.baslangic" : "routing.gerekce.ogrenilen", quoted);
    }

    static List<String> names(Applicant applicant) {
        return Stream.of(
                        applicant.firstName(),
                        applicant.lastName(),
                        applicant.title(),
                        applicant.representative(),
                        applicant.address())
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static double rounded(double confidence) {
        return (double) Math.round(confidence * HUNDRED) / HUNDRED;
    }
}
