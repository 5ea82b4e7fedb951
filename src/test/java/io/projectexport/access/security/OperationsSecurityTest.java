package io.projectexport.access.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import io.projectexport.access.AccessTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;

class OperationsSecurityTest extends AccessTest {

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void health_is_open_without_details(String path) {
        ResponseEntity<Map> answer = http.getForEntity(path, Map.class);

        assertThat(answer.getStatusCode()).isEqualTo(OK);
        assertThat(answer.getBody()).containsEntry("status", "UP").doesNotContainKeys("components", "details");
    }

    @Test
    void health_of_a_component_is_not_shown() {
        assertThat(http.getForEntity("/actuator/health/db", String.class).getStatusCode())
                .isEqualTo(NOT_FOUND);
        assertThat(http.getForEntity("/actuator/info", String.class).getStatusCode())
                .isEqualTo(OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/prometheus", "/actuator/env", "/actuator"})
    void figures_are_for_admins(String path) {
        assertThat(http.getForEntity(path, String.class).getStatusCode()).isEqualTo(UNAUTHORIZED);
        assertThat(statusFor("ann", "secret", path)).isEqualTo(FORBIDDEN);
        assertThat(statusFor("root", "secret", path)).isEqualTo(OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/sbom", "/actuator/sbom/application"})
    void what_is_in_the_jar_is_for_admins(String path) {
        // Maven writes it with a network only
        assumeTrue(getClass().getResource("/META-INF/sbom/application.cdx.json") != null, "built offline");

        assertThat(http.getForEntity(path, String.class).getStatusCode()).isEqualTo(UNAUTHORIZED);
        assertThat(statusFor("ann", "secret", path)).isEqualTo(FORBIDDEN);
        assertThat(statusFor("root", "secret", path)).isEqualTo(OK);
    }
}
