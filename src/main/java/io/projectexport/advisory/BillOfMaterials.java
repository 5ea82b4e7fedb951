package io.projectexport.advisory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;

/** What is in the jar: the CycloneDX file that the build writes into it. */
final class BillOfMaterials {

    private static final String FILE = "META-INF/sbom/application.cdx.json";

    private BillOfMaterials() {}

    static List<Library> libraries() throws IOException {
        try (InputStream file = BillOfMaterials.class.getClassLoader().getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IOException(FILE + " is not in the jar");
            }
            JsonNode components = new ObjectMapper().readTree(file).path("components");
            return StreamSupport.stream(components.spliterator(), false)
                    .map(BillOfMaterials::library)
                    .toList();
        }
    }

    private static Library library(JsonNode component) {
        String name =
                component.path("group").asText() + ":" + component.path("name").asText();
        return new Library(name, component.path("version").asText());
    }
}
