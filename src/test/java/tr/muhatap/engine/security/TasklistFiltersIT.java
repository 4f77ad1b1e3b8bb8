package tr.muhatap.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.FilterService;
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

    /** A list that an earlier version made is renamed, and not made a second time. */
    @Test
    void aListOfAnEarlierVersionTakesItsPresentName() {
        String id = present().getId();
        filters.saveFilter(present().setName("Üzerimdekiler"));

        lists.ensure();

        assertThat(present().getId()).isEqualTo(id);
    }

    private Filter present() {
        return filters.createTaskFilterQuery()
                .filterName("Üstlendiğim görevler")
                .singleResult();
    }
}
