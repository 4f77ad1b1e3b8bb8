package tr.muhatap.birim;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.OrganizationChange;
import tr.muhatap.organization.OrganizationTable;
import tr.muhatap.organization.Topic;
import tr.muhatap.organization.TopicEntry;
import tr.muhatap.organization.Unit;
import tr.muhatap.organization.UnitEntry;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Texts;

/** Changes of units and topics. No unit vanishes with open work: it goes to another unit, or the unit stays open. */
@Service
public class UnitOffice {

    private static final String MAY_CHANGE =
            "hasAnyAuthority('" + Groups.SUREC_SAHIBI + "', '" + Groups.CAMUNDA_ADMIN + "')";

    private final OrganizationTable table;
    private final Organization organization;
    private final BasvuruRegister register;
    private final CurrentUser currentUser;

    UnitOffice(OrganizationTable table, Organization organization, BasvuruRegister register, CurrentUser currentUser) {
        this.table = table;
        this.organization = organization;
        this.register = register;
        this.currentUser = currentUser;
    }

    /**
     * A unit with what it has.
     *
     * @param open number of its open applications
     */
    public record Standing(UnitEntry unit, List<TopicEntry> topics, long open) {
        public Standing {
            topics = List.copyOf(topics);
        }

        /** Topics that may be chosen. */
        public long openTopics() {
            return topics.stream().filter(topic -> !topic.closed()).count();
        }
    }

    /** Every unit, the open ones first. */
    public List<Standing> all() {
        return organization.allUnits().stream()
                .sorted(java.util.Comparator.comparing(UnitEntry::closed))
                .map(this::standing)
                .toList();
    }

    /** @throws NotFoundException if there is no such unit */
    public Standing get(String code) {
        return find(code)
                .map(this::standing)
                .orElseThrow(() -> new NotFoundException(Texts.of("birim.unit-office.birim-yok")));
    }

    private Optional<UnitEntry> find(String code) {
        return organization.allUnits().stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst();
    }

    private Standing standing(UnitEntry unit) {
        return new Standing(
                unit,
                organization.allTopics().stream()
                        .filter(topic -> topic.unit().equals(unit.code()))
                        .toList(),
                register.openOf(unit.code()));
    }

    /** The newest first. */
    public List<OrganizationChange> changes(String code, boolean ofTopic) {
        return table.changes(code, ofTopic);
    }

    @PreAuthorize(MAY_CHANGE)
    public Unit add(@Nullable String name) {
        return table.addUnit(name, currentUser.name());
    }

    @PreAuthorize(MAY_CHANGE)
    public void rename(String code, @Nullable String name) {
        table.renameUnit(code, name, currentUser.name());
    }

    /**
     * Closes a unit, or merges it into another.
     *
     * @param successor takes over open applications with their tasks and drafts, topics and people; null: none does, and none of
     *     them may be open
     * @return how many open applications moved
     */
    @PreAuthorize(MAY_CHANGE)
    @Transactional
    public int close(String code, @Nullable String successor) {
        var known = get(code);
        String next = successor == null || successor.isBlank() ? null : successor;
        if (next == null) {
            table.closeUnit(code, null, currentUser.name());
            // Behind the lock: what was routed there meanwhile is seen
            long open = register.openOf(code);
            if (open > 0) {
                throw new InvalidInputException("devralan", Texts.of("birim.unit-office.acik-basvurusu-var", open));
            }
            return 0;
        }
        table.closeUnit(code, next, currentUser.name());
        return register.passOn(
                code,
                next,
                Texts.of(
                        "birim.unit-office.birlesme",
                        known.unit().name(),
                        Objects.requireNonNull(
                                organization.unit(next).map(Unit::name).orElse(next))));
    }

    @PreAuthorize(MAY_CHANGE)
    public void reopen(String code) {
        table.reopenUnit(code, currentUser.name());
    }

    @PreAuthorize(MAY_CHANGE)
    public Topic addTopic(@Nullable String name, @Nullable String unit, @Nullable String words) {
        return table.addTopic(name, unit, words, currentUser.name());
    }

    @PreAuthorize(MAY_CHANGE)
    public void changeTopic(String code, @Nullable String name, @Nullable String unit, @Nullable String words) {
        table.changeTopic(code, name, unit, words, currentUser.name());
    }

    @PreAuthorize(MAY_CHANGE)
    public void closeTopic(String code, boolean closed) {
        table.closeTopic(code, closed, currentUser.name());
    }
}
