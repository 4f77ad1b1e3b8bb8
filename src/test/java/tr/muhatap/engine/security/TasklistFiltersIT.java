package tr.muhatap.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tr.muhatap.HttpTest;

@HttpTest
class TasklistFiltersIT {

    @Autowired
    private TasklistFilters lists;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    /** A filter created by an earlier version is renamed, not duplicated. */
    @Test
    void aListOfAnEarlierVersionTakesItsPresentName() {
        String id = present().getId();
        filters.saveFilter(present().setName("Üzerimdekiler"));

        lists.ensure();

        assertThat(present().getId()).isEqualTo(id);
    }

    /** An unchanged filter of an earlier version is updated; one that the office changed is kept. */
    @Test
    void aListOfAnEarlierVersionGetsItsPresentQueryAndColour() {
        var list = filters.createTaskFilterQuery().filterName("Bugün dolan").singleResult();
        var properties = new HashMap<>(list.getProperties());
        properties.put("color", "#b45309");
        filters.saveFilter(list.setProperties(properties).setQuery(tasks.createTaskQuery()));
        lists.ensure();
        list = filters.getFilter(list.getId());
        assertThat(list.getProperties()).containsEntry("color", "#4b5563");
        assertThat(String.valueOf(list.getProperties().get("description"))).contains("sizin yapabileceğiniz");
        properties.put("color", "#123456");
        filters.saveFilter(list.setProperties(properties));
        lists.ensure();
        assertThat(filters.getFilter(list.getId()).getProperties()).containsEntry("color", "#123456");

        properties.put("color", "#4b5563");
        filters.saveFilter(list.setProperties(properties));
    }

    private Filter present() {
        return filters.createTaskFilterQuery()
                .filterName("Üstlendiğim görevler")
                .singleResult();
    }
}
