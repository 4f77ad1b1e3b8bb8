package tr.muhatap.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tr.muhatap.HttpTest;
import tr.muhatap.access.Groups;
import tr.muhatap.organization.Organization;

/** Tasks of all groups are seen by people who are in none of them. */
@HttpTest
class GroupNamesIT {

    @Autowired
    private IdentityService identityService;

    @Autowired
    private Organization organization;

    @Test
    void everyUnitsGroupIsCalledByItsNameToThoseOutsideIt() {
        for (var unit : organization.units()) {
            var group = as(
                    "yonetici",
                    Groups.HALKLA_ILISKILER_YONETICISI,
                    () -> identityService
                            .createGroupQuery()
                            .groupIdIn(Groups.ofUnit(unit.code()))
                            .singleResult());
            assertThat(group).as(unit.code()).isNotNull();
            assertThat(group.getName()).isEqualTo(unit.name());
        }
    }

    @Test
    void whoIsInAGroupOfOthersStaysUnknown() {
        var groups = as(
                "fen",
                Groups.ofUnit("fen-isleri"),
                () -> List.of(
                        identityService.createGroupQuery().groupMember("park").listPage(0, 9),
                        identityService
                                .createGroupQuery()
                                .groupMember("park")
                                .groupId(Groups.ofUnit("park-bahceler"))
                                .listPage(0, 9),
                        identityService.createGroupQuery().listPage(0, 9)));

        assertThat(groups.get(0)).isEmpty();
        assertThat(groups.get(1)).isEmpty();
        assertThat(groups.get(2)).extracting(Group::getId).containsExactly(Groups.ofUnit("fen-isleri"));
    }

    private <T> T as(String user, String group, Supplier<T> reads) {
        identityService.setAuthentication(user, List.of(group));
        try {
            return reads.get();
        } finally {
            identityService.clearAuthentication();
        }
    }
}
