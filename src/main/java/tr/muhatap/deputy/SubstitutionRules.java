package tr.muhatap.deputy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import tr.muhatap.text.Check;
import tr.muhatap.text.Texts;

/** Who may stand in for whom, and for how long. A deputy gains no right: both have to be in a group that has the task. */
final class SubstitutionRules {

    static final int LONGEST = 180;

    private SubstitutionRules() {}

    /**
     * @param absentGroups groups with tasks of the absent
     * @param deputyGroups groups with tasks of the deputy
     * @param others what is set already and not over
     * @throws tr.muhatap.problem.InvalidInputException naming every fault
     */
    static void check(
            Substitution wanted,
            Collection<String> absentGroups,
            Collection<String> deputyGroups,
            List<Substitution> others,
            LocalDate today) {
        var check = new Check();
        check.require(!wanted.lastDay().isBefore(wanted.firstDay()), "lastDay", Texts.of("deputy.rules.son-once"));
        check.require(!wanted.lastDay().isBefore(today), "lastDay", Texts.of("deputy.rules.son-gecmis"));
        check.require(
                !wanted.lastDay().isAfter(wanted.firstDay().plusDays(LONGEST)),
                "lastDay",
                Texts.of("deputy.rules.uzun", LONGEST));
        check.require(!absentGroups.isEmpty(), "absent", Texts.of("deputy.rules.gorevsiz"));
        check.require(!wanted.deputy().equals(wanted.absent()), "deputy", Texts.of("deputy.rules.kendisi"));
        check.require(!Collections.disjoint(absentGroups, deputyGroups), "deputy", Texts.of("deputy.rules.grup-disi"));
        check.require(
                others.stream()
                        .filter(other -> other.absent().equals(wanted.absent()))
                        .noneMatch(other -> other.overlaps(wanted.firstDay(), wanted.lastDay())),
                "firstDay",
                Texts.of("deputy.rules.cakisiyor"));
        check.require(
                others.stream()
                        .filter(other -> other.absent().equals(wanted.deputy()))
                        .noneMatch(other -> other.overlaps(wanted.firstDay(), wanted.lastDay())),
                "deputy",
                Texts.of("deputy.rules.vekil-yok"));
        check.require(
                others.stream()
                        .filter(other -> other.deputy().equals(wanted.absent()))
                        .noneMatch(other -> other.overlaps(wanted.firstDay(), wanted.lastDay())),
                "firstDay",
                Texts.of("deputy.rules.vekil"));
        check.done();
    }
}
