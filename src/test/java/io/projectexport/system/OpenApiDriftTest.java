package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Compares the API's description with the one that is committed, so that no change of the API happens unseen. */
@ExtendWith(SharedApplication.class)
class OpenApiDriftTest {

    private static final Path COMMITTED = Path.of("docs/openapi.json");

    private final String served;

    OpenApiDriftTest(RunningApplication application) throws JsonProcessingException {
        served = sortedWithoutHost(application
                .inBrowser(RunningApplication.ADMIN)
                .get("/v3/api-docs")
                .body());
    }

    @Test
    void description_of_the_api_is_the_committed_one() throws IOException {
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(COMMITTED)
                .as(
                        "The API is no longer the one that %s describes to its clients; if it is meant to change, refresh the file"
                                + " with `mvn test -Dtest=OpenApiDriftTest -Dopenapi.write=true` and commit it.",
                        COMMITTED)
                .hasContent(served);
    }

    @Test
    void every_reference_of_the_description_leads_to_a_schema() throws JsonProcessingException {
        JsonNode api = new ObjectMapper().readTree(served);

        assertThat(api.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference ->
                        assertThat(api.at(reference.substring(1)).isObject()).isTrue());
    }

    private static String sortedWithoutHost(String description) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        Map<?, ?> api = json.readValue(description, Map.class);
        api.remove("servers");
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(api) + "\n";
    }
}
