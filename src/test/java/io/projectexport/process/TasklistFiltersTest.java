package io.projectexport.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class TasklistFiltersTest {

    @Autowired
    private FilterService filters;

    @Autowired
    private TasklistFilters tasklistFilters;

    @AfterEach
    void backToTheFirstStart() {
        filters.createFilterQuery().list().forEach(filter -> filters.deleteFilter(filter.getId()));
        tasklistFilters.createAtFirstStart();
    }

    @Test
    void the_first_start_brings_one_filter_for_each_kind_of_task() {
        assertThat(names()).containsExactlyInAnyOrder("Ready to Export", "Failed to Export", "To correct");
    }

    @Test
    void a_filter_that_was_renamed_or_deleted_does_not_come_back() {
        Filter renamed = filter("Ready to Export");
        renamed.setName("For accounting");
        filters.saveFilter(renamed);
        filters.deleteFilter(filter("To correct").getId());

        tasklistFilters.createAtFirstStart();

        assertThat(names()).containsExactlyInAnyOrder("For accounting", "Failed to Export");
    }

    private Filter filter(String name) {
        return filters.createFilterQuery().filterName(name).singleResult();
    }

    private List<String> names() {
        return filters.createFilterQuery().list().stream().map(Filter::getName).toList();
    }
}
