package tr.muhatap.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.DayUnit;
import tr.muhatap.deadline.NoServiceStandardException;
import tr.muhatap.deadline.ServiceStandard;
import tr.muhatap.deadline.ServiceStandard.Paper;
import tr.muhatap.deadline.ServiceStandards;

/**
 * Reads the service standards from the versions of the decision table {@code hizmet-standartlari}; the latest is in
 * force.
 */
@Component
class DmnServiceStandards implements ServiceStandards {

    private record Key(Channel channel, boolean extended) {}

    private static final Logger LOG = LoggerFactory.getLogger(DmnServiceStandards.class);

    private final LatestDecision latest;
    private final DecisionService decisions;
    /** Cache by definition; versions are immutable. */
    private final Map<String, Map<Key, ServiceStandard>> read = new ConcurrentHashMap<>();

    DmnServiceStandards(LatestDecisions latestDecisions, DecisionService decisions) {
        this.latest = latestDecisions.of(ProcessNames.Keys.HIZMET_STANDARTLARI);
        this.decisions = decisions;
    }

    @Override
    public int version() {
        return latest.version();
    }

    @Override
    public ServiceStandard standard(Channel channel, boolean extended, int version) {
        String definitionId = latest.definitionId(version).orElseGet(latest::definitionId);
        var row = rows(definitionId).get(new Key(channel, extended));
        if (row == null) {
            throw new NoServiceStandardException(channel);
        }
        return row;
    }

    @Override
    public List<ServiceStandard> all() {
        return rows(latest.definitionId()).values().stream().distinct().toList();
    }

    private Map<Key, ServiceStandard> rows(String definitionId) {
        var rows = read.get(definitionId);
        return rows == null ? readOnce(definitionId) : rows;
    }

    /** Synchronized, since evaluating the table takes a second while the JVM is cold. */
    private synchronized Map<Key, ServiceStandard> readOnce(String definitionId) {
        return read.computeIfAbsent(definitionId, this::evaluated);
    }

    /** Warms up the cache before the first requests. */
    @EventListener(ApplicationStartedEvent.class)
    void readAtStart() {
        rows(latest.definitionId());
    }

    /** A channel without a row is missing in the result, so that other channels are not affected. */
    private Map<Key, ServiceStandard> evaluated(String definitionId) {
        var rows = new LinkedHashMap<Key, ServiceStandard>();
        for (var channel : Channel.values()) {
            var plain = evaluate(definitionId, channel, false);
            var extended = evaluate(definitionId, channel, true);
            if (plain == null || extended == null) {
                LOG.warn("The table of service standards {} has no whole row for {}", definitionId, channel);
            }
            if (plain != null) {
                rows.put(new Key(channel, false), plain);
            }
            if (extended != null) {
                rows.put(new Key(channel, true), extended.equals(plain) ? plain : withExtended(extended));
            }
        }
        return rows;
    }

    private static ServiceStandard withExtended(ServiceStandard row) {
        return new ServiceStandard(
                row.channel(),
                true,
                row.no(),
                row.service(),
                row.papers(),
                row.requiredPapers(),
                row.limit(),
                row.unit(),
                row.secondLimit(),
                row.basis());
    }

    private @Nullable ServiceStandard evaluate(String definitionId, Channel channel, boolean extended) {
        var row = decisions
                .evaluateDecisionTableById(
                        definitionId,
                        Variables.createVariables()
                                .putValue("kanal", channel.name())
                                .putValue("uzatilmis", extended))
                .getSingleResult();
        if (row == null) {
            return null;
        }
        return new ServiceStandard(
                channel,
                false,
                number(row, "no"),
                text(row, "hizmet"),
                text(row, "belgeler"),
                papers(text(row, "zorunluBelgeler")),
                number(row, "sure"),
                DayUnit.valueOf(text(row, "birim")),
                number(row, "ikinciSinir"),
                text(row, "dayanak"));
    }

    /** Parses {@code YAZILI: ADRES; KURUM: ILETEN_KURUM} into cases and papers. */
    private static Map<String, List<Paper>> papers(String cell) {
        var papers = new LinkedHashMap<String, List<Paper>>();
        for (var part : cell.split(";")) {
            if (!part.isBlank()) {
                var caseAndPapers = part.split(":", 2);
                papers.put(
                        caseAndPapers[0].strip(),
                        Arrays.stream(caseAndPapers[1].split(","))
                                .map(String::strip)
                                .map(Paper::valueOf)
                                .collect(Collectors.toCollection(ArrayList::new)));
            }
        }
        return papers;
    }

    private static String text(DmnDecisionRuleResult row, String column) {
        String value = row.getEntry(column);
        return value == null ? "" : value;
    }

    private static int number(DmnDecisionRuleResult row, String column) {
        Number value = row.getEntry(column);
        if (value == null) {
            throw new IllegalStateException("The table of service standards has no " + column);
        }
        return value.intValue();
    }
}
