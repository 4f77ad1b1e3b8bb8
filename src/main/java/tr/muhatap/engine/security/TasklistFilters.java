package tr.muhatap.engine.security;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import tr.muhatap.channel.Channel;
import tr.muhatap.channel.Family;
import tr.muhatap.text.Texts;

/** The lists everyone finds in Tasklist, made once. */
@Component
class TasklistFilters {

    /** Lists that an earlier version made under another name. */
    private static final Map<String, String> FORMER_NAMES = Map.of(
            "Üzerimdekiler",
            Texts.of("engine.tasklist-filters.ustlendigim-gorevler"),
            "Yükseltilenler",
            Texts.of("engine.tasklist-filters.ust-amire-iletilenler"));

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
                var filter = filterService.newTaskFilter(list.getKey());
                // No order of its own: it would come before the one the user picks
                filter.setQuery(list.getValue().query());
                filter.setProperties(properties(list.getValue(), place));
                filterService.saveFilter(filter);
            }
            place++;
        }
    }

    private record TaskList(TaskQuery query, String colour, String description) {}

    private Map<String, TaskList> lists() {
        var lists = new java.util.LinkedHashMap<String, TaskList>();
        lists.put(
                Texts.of("engine.tasklist-filters.suresi-gecen"),
                new TaskList(
                        query().dueBeforeExpression(AllowListExpressionManager.NOW),
                        "#b3261e",
                        Texts.of("engine.tasklist-filters.son-cevap-tarihi-gecmis-gorevler")));
        lists.put(
                Texts.of("engine.tasklist-filters.bugun-dolan"),
                new TaskList(
                        query().dueAfterExpression(AllowListExpressionManager.TODAY)
                                .dueBeforeExpression(AllowListExpressionManager.TOMORROW),
                        "#b45309",
                        Texts.of("engine.tasklist-filters.son-cevap-tarihi-bugun-olan")));
        lists.put(
                Texts.of("engine.tasklist-filters.yarin-dolan"),
                new TaskList(
                        query().dueAfterExpression(AllowListExpressionManager.TOMORROW)
                                .dueBeforeExpression(AllowListExpressionManager.DAY_AFTER_TOMORROW),
                        "#a16207",
                        Texts.of("engine.tasklist-filters.son-cevap-tarihi-yarin-olan")));
        lists.put(
                Texts.of("engine.tasklist-filters.ustlendigim-gorevler"),
                new TaskList(
                        query().taskAssigneeExpression(AllowListExpressionManager.CURRENT_USER),
                        "#1d4ed8",
                        Texts.of("engine.tasklist-filters.ustlendiginiz-gorevler")));
        lists.put(
                Texts.of("engine.tasklist-filters.birimimin-havuzu"),
                new TaskList(
                        query().taskCandidateGroupInExpression(AllowListExpressionManager.CURRENT_USER_GROUPS)
                                .taskUnassigned(),
                        "#15803d",
                        Texts.of("engine.tasklist-filters.biriminize-gelen-henuz-kimsenin-ustlenmedigi")));
        lists.put(
                Texts.of("engine.tasklist-filters.ust-amire-iletilenler"),
                new TaskList(
                        query().processDefinitionKey("gecikme-yukseltme"),
                        "#7e22ce",
                        Texts.of("engine.tasklist-filters.suresi-gectigi-icin-yoneticiye-iletilenler")));
        lists.put(
                Texts.of("engine.tasklist-filters.4982-bilgi-edinme"),
                new TaskList(
                        query().processDefinitionKeyIn(Channel.processKeysOf(Family.BILGI_EDINME)
                                .toArray(String[]::new)),
                        "#0e7490",
                        Texts.of("engine.tasklist-filters.4982-basvurularinin-gorevleri")));
        lists.put(
                Texts.of("engine.tasklist-filters.tumu"),
                new TaskList(query(), "#4b5563", Texts.of("engine.tasklist-filters.gorebildiginiz-butun-gorevler")));
        return lists;
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
