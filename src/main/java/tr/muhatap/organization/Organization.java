package tr.muhatap.organization;

import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The municipality's units and their topics as the office keeps them now ({@link OrganizationTable}). What is chosen from has
 * the open ones alone; what names something known long ago has the closed ones as well.
 */
@Component
public class Organization {

    private final Supplier<Catalogue> catalogue;
    private final Predicate<String> hold;

    @Autowired
    Organization(OrganizationTable table) {
        this.catalogue = table::catalogue;
        this.hold = table::holdOpen;
    }

    /** Units and topics as the program came with them. */
    public Organization() {
        this(new ShippedList());
    }

    Organization(Reader source) {
        this(new ShippedList(source));
    }

    private Organization(ShippedList list) {
        var shipped = list.catalogue();
        this.catalogue = () -> shipped;
        this.hold = unit -> openUnit(unit).isPresent();
    }

    /** Every open unit, in the order of the list. */
    public List<Unit> units() {
        return catalogue.get().units().stream()
                .filter(entry -> !entry.closed())
                .map(UnitEntry::unit)
                .toList();
    }

    /** Every unit that ever was. */
    public List<UnitEntry> allUnits() {
        return catalogue.get().units();
    }

    /** A unit by its code, also a closed one: for its name. */
    public Optional<Unit> unit(String code) {
        return catalogue.get().unit(code).map(UnitEntry::unit);
    }

    /** Whether a unit is open, which it then stays until the current transaction ends. */
    public boolean holdOpen(String code) {
        return hold.test(code);
    }

    /** A unit that applications may be routed to. */
    public Optional<Unit> openUnit(String code) {
        return catalogue.get().unit(code).filter(entry -> !entry.closed()).map(UnitEntry::unit);
    }

    /** The unit itself where it is open, else the one that took over its work. */
    public Optional<Unit> currentUnit(String code) {
        return catalogue.get().current(code).map(UnitEntry::unit);
    }

    /** Every open topic, in the order of the list. */
    public List<Topic> topics() {
        return catalogue.get().topics().stream()
                .filter(entry -> !entry.closed())
                .map(TopicEntry::topic)
                .toList();
    }

    /** Every topic that ever was. */
    public List<TopicEntry> allTopics() {
        return catalogue.get().topics();
    }

    /** A topic by its code, also a closed one: for its name. */
    public Optional<Topic> topic(String code) {
        return catalogue.get().topic(code).map(TopicEntry::topic);
    }

    /** A topic that may be chosen. */
    public Optional<Topic> openTopic(String code) {
        return catalogue.get().topic(code).filter(entry -> !entry.closed()).map(TopicEntry::topic);
    }

    /** Whether the office made a topic, or gave it to another unit than the program came with. */
    public boolean isOwnTopic(String code) {
        return catalogue.get().topic(code).filter(TopicEntry::own).isPresent();
    }

    /**
     * The topics that somebody means by some words, the likeliest first: each word begins a word of the topic's name or one of
     * its further words, or, where that finds none, is part of it. Without words none.
     */
    public List<Topic> topicsLike(String typed) {
        return catalogue.get().topicsLike(typed);
    }
}
