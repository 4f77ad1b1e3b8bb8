package tr.muhatap.engine.security;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import tr.muhatap.channel.Channel;
import tr.muhatap.channel.Family;
import tr.muhatap.text.Texts;

/** Creates Tasklist's shared filters once. */
@Component
class TasklistFilters {

    /** Former names of filters from earlier versions. */
    private static final Map<String, String> FORMER_NAMES = Map.of(
            "Üzerimdekiler",
            Texts.of("engine.tasklist-filters.ustlendigim-gorevler"),
            "Yükseltilenler",
            Texts.of("engine.tasklist-filters.ust-amire-iletilenler"));

    private static final String LATE = "#b3261e";
    private static final String QUIET = "#4b5563";

    /** Colours that earlier versions gave to their filters, whose queries may be outdated, too. */
    private static final Set<String> FORMER_COLOURS =
            Set.of("#b45309", "#a16207", "#1d4ed8", "#15803d", "#7e22ce", "#0e7490");

    private final FilterService filterService;
    private final TaskService taskService;

    TasklistFilters(FilterService filterService, TaskService taskService) {
        this.filterService = filterService;
        this.taskService = taskService;
    }

    void ensure() {
        var existing = filterService.createTaskFilterQuery().list().stream()
                .map(Filter::getName)
                .collect(Collectors.toCollection(HashSet::new));
        FORMER_NAMES.forEach((former, name) -> filterService.createTaskFilterQuery().filterName(former).list().stream()
                .filter(filter -> existing.add(name))
                .forEach(filter -> filterService.saveFilter(filter.setName(name))));
        int place = 0;
        for (var list : lists().entrySet()) {
            if (!existing.contains(list.getKey())) {
                save(filterService.newTaskFilter(list.getKey()), list.getValue(), place);
            } else {
                int kept = place;
                filterService.createTaskFilterQuery().filterName(list.getKey()).list().stream()
                        .filter(TasklistFilters::isFormer)
                        .forEach(filter -> save(filter, list.getValue(), kept));
            }
            place++;
        }
    }

    private void save(Filter filter, TaskList list, int place) {
        // No sorting of its own: it would override the user's
        filter.setQuery(list.query());
        filter.setProperties(properties(list, place));
        filterService.saveFilter(filter);
    }

    /** Whether a filter is unchanged since an earlier version created it; filters that the office changed are kept. */
    private static boolean isFormer(Filter filter) {
        var properties = filter.getProperties();
        return FORMER_COLOURS.contains(String.valueOf(properties.get("color")))
                || Texts.of("engine.tasklist-filters.onceki-suresi-gecen-aciklamasi")
                        .equals(properties.get("description"));
    }

    private record TaskList(TaskQuery query, String colour, String description) {}

    private Map<String, TaskList> lists() {
        var lists = new java.util.LinkedHashMap<String, TaskList>();
        lists.put(
                Texts.of("engine.tasklist-filters.suresi-gecen"),
                new TaskList(
                        mine().dueBeforeExpression(AllowListExpressionManager.NOW),
                        LATE,
                        Texts.of("engine.tasklist-filters.son-cevap-tarihi-gecmis-gorevler")));
        lists.put(
                Texts.of("engine.tasklist-filters.bugun-dolan"),
                new TaskList(
                        mine().dueAfterExpression(AllowListExpressionManager.TODAY)
                                .dueBeforeExpression(AllowListExpressionManager.TOMORROW),
                        QUIET,
                        Texts.of("engine.tasklist-filters.son-cevap-tarihi-bugun-olan")));
        lists.put(
                Texts.of("engine.tasklist-filters.yarin-dolan"),
                new TaskList(
                        mine().dueAfterExpression(AllowListExpressionManager.TOMORROW)
                                .dueBeforeExpression(AllowListExpressionManager.DAY_AFTER_TOMORROW),
                        QUIET,
                        Texts.of("engine.tasklist-filters.son-cevap-tarihi-yarin-olan")));
        lists.put(
                Texts.of("engine.tasklist-filters.ustlendigim-gorevler"),
                new TaskList(
                        query().taskAssigneeExpression(AllowListExpressionManager.CURRENT_USER),
                        QUIET,
                        Texts.of("engine.tasklist-filters.ustlendiginiz-gorevler")));
        lists.put(
                Texts.of("engine.tasklist-filters.birimimin-havuzu"),
                new TaskList(
                        query().taskCandidateGroupInExpression(AllowListExpressionManager.CURRENT_USER_GROUPS)
                                .taskUnassigned(),
                        QUIET,
                        Texts.of("engine.tasklist-filters.biriminize-gelen-henuz-kimsenin-ustlenmedigi")));
        lists.put(
                Texts.of("engine.tasklist-filters.ust-amire-iletilenler"),
                new TaskList(
                        query().processDefinitionKey("gecikme-yukseltme"),
                        QUIET,
                        Texts.of("engine.tasklist-filters.suresi-gectigi-icin-yoneticiye-iletilenler")));
        lists.put(
                Texts.of("engine.tasklist-filters.4982-bilgi-edinme"),
                new TaskList(
                        query().processDefinitionKeyIn(Channel.processKeysOf(Family.BILGI_EDINME)
                                .toArray(String[]::new)),
                        QUIET,
                        Texts.of("engine.tasklist-filters.4982-basvurularinin-gorevleri")));
        lists.put(
                Texts.of("engine.tasklist-filters.tumu"),
                new TaskList(query(), QUIET, Texts.of("engine.tasklist-filters.gorebildiginiz-butun-gorevler")));
        return lists;
    }

    /** Tasks that the current user can work on: claimed by the user, or unassigned in one of the user's groups. */
    private TaskQuery mine() {
        return query().or()
                .taskCandidateGroupInExpression(AllowListExpressionManager.CURRENT_USER_GROUPS)
                .taskAssigneeExpression(AllowListExpressionManager.CURRENT_USER)
                .endOr();
    }

    private TaskQuery query() {
        return taskService.createTaskQuery();
    }

    private static Map<String, Object> properties(TaskList list, int place) {
        var properties = new HashMap<String, Object>();
        properties.put("color", list.colour());
        properties.put("description", list.description());
        properties.put("priority", place);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        return properties;
    }
}
