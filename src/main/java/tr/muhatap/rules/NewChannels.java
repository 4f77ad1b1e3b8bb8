package tr.muhatap.rules;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.channel.Channel;
import tr.muhatap.text.Texts;

/**
 * Adds shipped rows of new channels to a published table: a channel added by a later version of the program has no row
 * in it. Done at startup, as a version of its own; existing rows do not change.
 */
@Component
public class NewChannels {

    private static final Logger LOG = LoggerFactory.getLogger(NewChannels.class);
    private static final RuleTable TABLE = RuleTable.HIZMET_STANDARTLARI;

    private final DecisionTables tables;
    private final RuleStore store;
    private final RowChanges changes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NewChannels(
            DecisionTables tables, RuleStore store, RowChanges changes, TransactionTemplate transaction, Clock clock) {
        this.tables = tables;
        this.store = store;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    void addShippedRows() {
        addRows(tables.shippedRows(TABLE));
    }

    /**
     * Adds missing rows under a lock, so that other nodes find nothing to add.
     *
     * @param shipped the shipped rows
     */
    public void addRows(List<RuleRow> shipped) {
        transaction.executeWithoutResult(tx -> {
            store.lock();
            var inForce = tables.versions(TABLE).get(0);
            if (inForce.byOffice()) {
                tables.rows(TABLE, inForce.version())
                        .ifPresentOrElse(
                                rows -> publish(inForce.version(), rows, shipped),
                                () -> LOG.warn("{} is not made of plain values: no row is added to it", TABLE.key()));
            }
        });
    }

    private void publish(int inForce, List<RuleRow> rows, List<RuleRow> shipped) {
        var missing = missing(rows, shipped);
        if (missing.isEmpty()) {
            return;
        }
        String labels = missing.stream().map(Channel::label).collect(Collectors.joining(", "));
        var merged = merged(rows, shipped, missing);
        int version = tables.publish(TABLE, merged);
        store.add(
                TABLE,
                new RuleStore.Publication(
                        version,
                        inForce,
                        Texts.of("rules.new-channels.programla-gelen-yeni-kanalin-satiri", labels),
                        changes.between(TABLE, rows, merged).lines(),
                        shippedDigestOf(inForce),
                        CurrentUser.SYSTEM,
                        clock.instant()));
        LOG.info("Version {} of {} has the shipped rows of {}", version, TABLE.key(), labels);
    }

    /**
     * Digest of the shipped table from which the office derived its own, so that later shipped tables are still
     * reported.
     */
    private String shippedDigestOf(int version) {
        return store.publications(TABLE).stream()
                .filter(publication -> publication.version() == version)
                .findFirst()
                .map(RuleStore.Publication::shippedDigest)
                .orElseGet(() -> tables.shippedDigest(TABLE));
    }

    /** Channels with rows in the shipped table but not in the office's. */
    static List<Channel> missing(List<RuleRow> rows, List<RuleRow> shipped) {
        return Arrays.stream(Channel.values())
                .filter(channel ->
                        of(channel, rows).isEmpty() && !of(channel, shipped).isEmpty())
                .toList();
    }

    static List<RuleRow> merged(List<RuleRow> rows, List<RuleRow> shipped, List<Channel> missing) {
        var merged = new ArrayList<>(rows);
        missing.forEach(channel -> merged.addAll(of(channel, shipped)));
        return List.copyOf(merged);
    }

    private static List<RuleRow> of(Channel channel, List<RuleRow> rows) {
        return rows.stream()
                .filter(row -> row.get("kanal").equals(channel.name()))
                .toList();
    }
}
