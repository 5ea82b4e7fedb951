package io.projectexport.process.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.projectexport.process.ProcessTest;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
        assertThat(names())
                .containsExactlyInAnyOrder("Ready to Export", "Failed to Export", "To correct", "Further approvals");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ready to Export", "Failed to Export", "To correct", "Further approvals"})
    void a_filter_tells_projects_apart_without_opening_them(String name) {
        assertThat(filter(name).getProperties().get("variables"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(variable -> variable.get("name"), variable -> variable.get("label"))
                .containsExactly(
                        tuple("captionNumber", "Project number"),
                        tuple("captionName", "Project name"),
                        tuple("captionClient", "Client"),
                        tuple("captionSubmitter", "Submitter"),
                        tuple("captionWaitingSince", "Waiting since"));
    }

    @Test
    void a_filter_that_was_renamed_or_deleted_does_not_come_back() {
        Filter renamed = filter("Ready to Export");
        renamed.setName("For accounting");
        filters.saveFilter(renamed);
        filters.deleteFilter(filter("To correct").getId());

        tasklistFilters.createAtFirstStart();

        assertThat(names()).containsExactlyInAnyOrder("For accounting", "Failed to Export", "Further approvals");
    }

    private Filter filter(String name) {
        return filters.createFilterQuery().filterName(name).singleResult();
    }

    private List<String> names() {
        return filters.createFilterQuery().list().stream().map(Filter::getName).toList();
    }
}
