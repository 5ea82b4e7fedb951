package io.projectexport.web.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import org.mockito.Mockito;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.DefaultHealthContributorRegistry;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.HealthEndpointGroup;
import org.springframework.boot.actuate.health.HealthEndpointGroups;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.SimpleStatusAggregator;

class HealthRowTest {

    @Test
    void what_does_not_work_comes_first_and_names_are_words() {
        HealthComponent health = health(Map.of(
                "dailySummary", (HealthIndicator) () -> Health.up().build(),
                "xero",
                        (HealthIndicator) () ->
                                Health.down().withDetail("lookedAt", "never").build(),
                "mail", (HealthIndicator) () -> Health.unknown().build()));

        assertThat(HealthRow.of(health))
                .first()
                .isEqualTo(new HealthRow("Xero", false, List.of(Map.entry("Looked at", "never"))));
        assertThat(HealthRow.of(health)).extracting(HealthRow::label).contains("Daily summary", "Mail");
        assertThat(HealthRow.of(health)).filteredOn(HealthRow::works).hasSize(2);
    }

    @Test
    void parts_of_a_part_are_rows_of_their_own() {
        HealthComponent health = health(Map.of(
                "nodes",
                CompositeHealthContributor.fromMap(Map.of(
                        "one", (HealthIndicator) () -> Health.up().build(),
                        "two", (HealthIndicator) () -> Health.outOfService().build()))));

        assertThat(HealthRow.of(health)).extracting(HealthRow::label).containsExactly("Two", "One");
        assertThat(HealthRow.of(health).get(0).works()).isFalse();
    }

    @Test
    void what_libraries_say_for_programs_is_left_out() {
        HealthComponent health = health(Map.of(
                "ping", (HealthIndicator) () -> Health.up().build(),
                "livenessState", (HealthIndicator) () -> Health.up().build(),
                "diskSpace",
                        (HealthIndicator)
                                () -> Health.up().withDetail("free", 123).build(),
                "modelVersions",
                        (HealthIndicator)
                                () -> Health.up().withDetail("kept", List.of()).build()));

        assertThat(HealthRow.of(health)).extracting(HealthRow::label).containsOnly("Disk space", "Model versions");
        assertThat(HealthRow.of(health)).flatExtracting(HealthRow::details).isEmpty();
    }

    @Test
    void what_is_wrong_with_a_part_is_shown_with_what_to_do() {
        HealthComponent health = health(Map.of("jobExecutor", (HealthIndicator) () -> Health.down()
                .withDetail("problem", "This node runs no jobs.")
                .withDetail("remedy", "Restart it.")
                .build()));

        assertThat(HealthRow.of(health))
                .containsExactly(new HealthRow(
                        "Job executor",
                        false,
                        List.of(Map.entry("Problem", "This node runs no jobs."), Map.entry("Remedy", "Restart it."))));
    }

    private static HealthComponent health(Map<String, ? extends HealthContributor> contributors) {
        HealthContributorRegistry registry = new DefaultHealthContributorRegistry(Map.copyOf(contributors));
        HealthEndpointGroup primary = Mockito.mock(HealthEndpointGroup.class);
        BDDMockito.given(primary.isMember(Mockito.any())).willReturn(true);
        BDDMockito.given(primary.showComponents(Mockito.any())).willReturn(true);
        BDDMockito.given(primary.showDetails(Mockito.any())).willReturn(true);
        BDDMockito.given(primary.getStatusAggregator()).willReturn(new SimpleStatusAggregator());
        return new HealthEndpoint(registry, HealthEndpointGroups.of(primary, Map.of()), null).health();
    }
}
