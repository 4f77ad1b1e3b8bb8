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

/** The lists everyone finds in Tasklist, made once. */
@Component
class TasklistFilters {

    /** Lists that an earlier version made under another name. */
    private static final Map<String, String> FORMER_NAMES =
            Map.of("Üzerimdekiler", "Üstlendiğim görevler", "Yükseltilenler", "Üst amire iletilenler");

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
                "Süresi geçen",
                new TaskList(
                        query().dueBeforeExpression(AllowListExpressionManager.NOW),
                        "#b3261e",
                        "Son cevap tarihi geçmiş görevler"));
        lists.put(
                "Bugün dolan",
                new TaskList(
                        query().dueAfterExpression(AllowListExpressionManager.TODAY)
                                .dueBeforeExpression(AllowListExpressionManager.TOMORROW),
                        "#b45309",
                        "Son cevap tarihi bugün olan görevler"));
        lists.put(
                "Yarın dolan",
                new TaskList(
                        query().dueAfterExpression(AllowListExpressionManager.TOMORROW)
                                .dueBeforeExpression(AllowListExpressionManager.DAY_AFTER_TOMORROW),
                        "#a16207",
                        "Son cevap tarihi yarın olan görevler"));
        lists.put(
                "Üstlendiğim görevler",
                new TaskList(
                        query().taskAssigneeExpression(AllowListExpressionManager.CURRENT_USER),
                        "#1d4ed8",
                        "Üstlendiğiniz görevler"));
        lists.put(
                "Birimimin havuzu",
                new TaskList(
                        query().taskCandidateGroupInExpression(AllowListExpressionManager.CURRENT_USER_GROUPS)
                                .taskUnassigned(),
                        "#15803d",
                        "Biriminize gelen, henüz kimsenin üstlenmediği görevler"));
        lists.put(
                "Üst amire iletilenler",
                new TaskList(
                        query().processDefinitionKey("gecikme-yukseltme"),
                        "#7e22ce",
                        "Süresi geçtiği için yöneticiye iletilenler"));
        lists.put(
                "4982 Bilgi edinme",
                new TaskList(
                        query().processDefinitionKeyIn(Channel.processKeysOf(Family.BILGI_EDINME)
                                .toArray(String[]::new)),
                        "#0e7490",
                        "4982 başvurularının görevleri"));
        lists.put("Tümü", new TaskList(query(), "#4b5563", "Görebildiğiniz bütün görevler"));
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
