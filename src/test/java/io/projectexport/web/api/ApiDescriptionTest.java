package io.projectexport.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.projectexport.export.submission.ProjectField;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The description of the API says what the API does. */
@ImportAutoConfiguration({
    SpringDocConfiguration.class,
    SpringDocWebMvcConfiguration.class,
    SpringDocConfigProperties.class
})
@Import(ApiDescription.class)
@TestPropertySource(properties = "springdoc.paths-to-match=/api/**")
class ApiDescriptionTest extends ApiTest {

    private JsonNode api;

    @BeforeEach
    void read() throws Exception {
        api = new ObjectMapper()
                .readTree(mvc.get().uri("/v3/api-docs").exchange().getResponse().getContentAsByteArray());
    }

    @Test
    void every_call_is_described_in_words() {
        Set<String> paths = names(api.path("paths"));

        assertThat(paths)
                .containsExactlyInAnyOrder(
                        "/api/projects",
                        "/api/projects/bulk",
                        "/api/projects/accept",
                        "/api/projects/reject",
                        "/api/projects/retry",
                        "/api/projects/retry-not-connected",
                        "/api/projects/{exportId}",
                        "/api/projects/{exportId}/history.csv",
                        "/api/projects/{exportId}/accept",
                        "/api/projects/{exportId}/reject",
                        "/api/projects/{exportId}/retry",
                        "/api/projects/{exportId}/note",
                        "/api/projects/{exportId}/retrieve",
                        "/api/projects/{exportId}/resubmit",
                        "/api/projects/{exportId}/recover",
                        "/api/projects/{exportId}/withdraw");
        api.path("paths")
                .forEach(path -> path.forEach(
                        call -> assertThat(call.path("summary").asText()).isNotBlank()));
    }

    @Test
    void submission_has_the_fields_that_the_rules_know() {
        JsonNode body = api.at("/paths/~1api~1projects/post/requestBody/content/application~1json/schema");

        assertThat(body.path("$ref").asText()).isEqualTo("#/components/schemas/Submission");
        assertThat(names(api.at("/components/schemas/Submission/properties")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProjectField.values())
                        .map(ProjectField::key)
                        .toList());
    }

    @Test
    void page_of_projects_is_described_as_it_is_answered() {
        JsonNode schemas = api.at("/components/schemas");

        assertThat(schemas.at("/ProjectPageResponse/properties/timeZone/type").asText())
                .isEqualTo("string");
        assertThat(names(schemas.at("/ListedProject/properties")))
                .contains("projectNumber", "status", "submitterName", "since")
                .doesNotContain("project");
    }

    @Test
    void every_reference_leads_to_a_schema() {
        List<String> references = api.findValuesAsText("$ref");

        assertThat(references)
                .contains(
                        "#/components/schemas/Problem",
                        "#/components/schemas/Submission",
                        "#/components/schemas/ProjectDetailsResponse")
                .allSatisfy(reference ->
                        assertThat(api.at(reference.substring(1)).isObject()).isTrue());
    }

    @Test
    void every_error_has_an_example() {
        JsonNode refusals = api.at("/paths/~1api~1projects/post/responses");

        assertThat(names(refusals)).contains("400", "401", "403", "409", "413", "415");
        assertThat(refusals.at("/400/content/application~1problem+json/example/errors/0/field")
                        .asText())
                .isEqualTo("projectNumber");
    }

    @Test
    void only_calls_about_one_project_can_miss_it() {
        assertThat(names(api.at("/paths/~1api~1projects~1{exportId}/get/responses")))
                .contains("404");
        assertThat(names(api.at("/paths/~1api~1projects/get/responses"))).doesNotContain("404");
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
