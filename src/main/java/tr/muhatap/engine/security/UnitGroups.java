package tr.muhatap.engine.security;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tr.muhatap.access.Groups;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.UnitChanged;
import tr.muhatap.organization.UnitClosed;

/**
 * Each open unit is a group of the engine, by the unit's name. A closed unit's group goes, and its people go to the unit that
 * took over.
 */
@Component
class UnitGroups {

    private final IdentityService identityService;
    private final Organization organization;

    UnitGroups(IdentityService identityService, Organization organization) {
        this.identityService = identityService;
        this.organization = organization;
    }

    /** All of them, as a new version of the program or another node may have brought them. */
    void ensure() {
        var existing = identityService.createGroupQuery().list().stream()
                .filter(group -> Groups.isUnit(group.getId()))
                .collect(Collectors.toMap(Group::getId, group -> group));
        for (var unit : organization.units()) {
            save(existing.get(Groups.ofUnit(unit.code())), unit.code(), unit.name());
        }
    }

    @EventListener
    void changed(UnitChanged event) {
        String code = event.unit().code();
        save(find(code), code, event.unit().name());
    }

    @EventListener
    void closed(UnitClosed event) {
        String group = Groups.ofUnit(event.unit());
        var people = identityService.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .toList();
        String successor = event.successor();
        for (String person : people) {
            if (successor != null && !isMember(person, Groups.ofUnit(successor))) {
                identityService.createMembership(person, Groups.ofUnit(successor));
            }
            identityService.deleteMembership(person, group);
        }
        if (find(event.unit()) != null) {
            identityService.deleteGroup(group);
        }
    }

    private boolean isMember(String person, String group) {
        return identityService
                        .createUserQuery()
                        .userId(person)
                        .memberOfGroup(group)
                        .count()
                > 0;
    }

    private @Nullable Group find(String unit) {
        return identityService.createGroupQuery().groupId(Groups.ofUnit(unit)).singleResult();
    }

    private void save(@Nullable Group existing, String unit, String name) {
        var group = existing == null ? identityService.newGroup(Groups.ofUnit(unit)) : existing;
        if (existing == null || !name.equals(existing.getName())) {
            group.setName(name);
            group.setType("WORKFLOW");
            identityService.saveGroup(group);
        }
    }
}
