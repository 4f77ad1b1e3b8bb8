package tr.muhatap.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.notification.StaffDirectory;

/** Staff are users of the engine, with their e-mail addresses. */
@Component
class EngineStaffDirectory implements StaffDirectory {

    private static final int MOST_NUMBERS = 500;

    private static final List<String> STEPS = List.of(
            ProcessNames.Elements.ON_INCELEME,
            ProcessNames.Elements.BIRIME_SEVK,
            ProcessNames.Elements.CEVAP_HAZIRLAMA,
            ProcessNames.Elements.CEVAP_ONAYI);

    private final IdentityService identityService;
    private final JdbcClient jdbc;

    EngineStaffDirectory(IdentityService identityService, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.identityService = identityService;
    }

    @Override
    public List<String> emailsOf(String group) {
        return identityService.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getEmail)
                .filter(email -> email != null && !email.isBlank())
                .toList();
    }

    /**
     * A single query for all applications of a digest; escalations are excluded, since they have messages of their own.
     */
    @Override
    public Map<String, Set<String>> groupsAtWork(Collection<String> numbers) {
        var groups = new HashMap<String, Set<String>>();
        var all = List.copyOf(numbers);
        for (int from = 0; from < all.size(); from += MOST_NUMBERS) {
            jdbc.sql("select p.business_key_, l.group_id_ from act_ru_task t "
                            + "join act_ru_execution p on p.id_ = t.proc_inst_id_ "
                            + "join act_ru_identitylink l on l.task_id_ = t.id_ "
                            + "where l.type_ = 'candidate' and l.group_id_ is not null "
                            + "and t.task_def_key_ in (:steps) and p.business_key_ in (:numbers)")
                    .param("steps", STEPS)
                    .param("numbers", all.subList(from, Math.min(from + MOST_NUMBERS, all.size())))
                    .query((row, index) -> groups.computeIfAbsent(row.getString(1), one -> new HashSet<>())
                            .add(row.getString(2)))
                    .list();
        }
        return groups;
    }
}
