package io.projectexport.export.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindProjectsTest {

    private static final ProjectQuery ALL =
            new ProjectQuery(null, null, null, ProjectQuery.Sort.SUBMITTED_AT, true, 0, 50);

    private final BusinessFixture fixture = new BusinessFixture();

    @Test
    void all_are_handed_over_in_order_however_many_there_are() {
        UUID[] ids = IntStream.range(0, 1001).mapToObj(i -> fixture.submitted()).toArray(UUID[]::new);

        assertThat(fixture.findProjects.all(ALL, fixture.anna).map(ProjectExport::id))
                .containsExactly(ids);
    }

    @Test
    void each_is_as_it_is_when_its_turn_comes() {
        UUID id = fixture.submitted();
        Stream<ProjectExport> all = fixture.findProjects.all(ALL, fixture.anna);
        fixture.reviewProject.accept(id, fixture.anna, JobChoice.NONE);

        assertThat(all.map(ProjectExport::status)).containsExactly(ExportStatus.EXPORTING);
    }

    @Test
    void all_are_the_own_ones_for_who_submits() {
        fixture.submitted();

        assertThat(fixture.findProjects.all(ALL, fixture.sam)).hasSize(1);
        assertThat(fixture.findProjects.all(ALL, fixture.sue)).isEmpty();
    }

    @Test
    void neighbours_are_those_that_the_person_may_see() {
        UUID first = fixture.submitted();
        UUID others = fixture.submitProject
                .submit(UUID.randomUUID(), BusinessFixture.fields("projectName", "Other Pier"), fixture.ben)
                .id();
        UUID last = fixture.submitted();

        assertThat(fixture.findProjects.neighbours(first, ALL, fixture.anna).next())
                .extracting(ProjectExport::id)
                .isEqualTo(others);
        assertThat(fixture.findProjects.neighbours(first, ALL, fixture.sam).next())
                .extracting(ProjectExport::id)
                .isEqualTo(last);
        assertThatThrownBy(() -> fixture.findProjects.neighbours(others, ALL, fixture.sam))
                .isInstanceOf(ActionRefused.class);
    }

    @Test
    void who_may_see_none_is_refused_before_anything_is_read() {
        Person nobody = new Person("nobody", "Nobody", null, Set.of());

        assertThatThrownBy(() -> fixture.findProjects.all(ALL, nobody)).isInstanceOf(ActionRefused.class);
    }

    @Test
    void look_alike_is_told_while_a_project_waits_to_those_who_may_see_it() {
        UUID waiting = fixture.submitted();
        UUID other = fixture.submitProject
                .submit(UUID.randomUUID(), BusinessFixture.fields("projectName", "harbour  BRIDGE"), fixture.ben)
                .id();

        assertThat(fixture.readProject.lookAlike(fixture.export(waiting), fixture.anna))
                .map(ProjectExport::id)
                .contains(other);
        assertThat(fixture.readProject.lookAlike(fixture.export(waiting), fixture.sam))
                .as("of somebody else")
                .isEmpty();
        fixture.reviewProject.accept(waiting, fixture.anna, JobChoice.NONE);
        assertThat(fixture.readProject.lookAlike(fixture.export(waiting), fixture.anna))
                .as("decided")
                .isEmpty();
    }

    @Test
    void project_without_a_client_looks_like_no_other() {
        UUID one = fixture.submitProject
                .submit(UUID.randomUUID(), BusinessFixture.fields("client", null), fixture.sam)
                .id();
        fixture.submitProject.submit(UUID.randomUUID(), BusinessFixture.fields("client", null), fixture.sam);

        assertThat(fixture.readProject.lookAlike(fixture.export(one), fixture.anna))
                .isEmpty();
    }
}
