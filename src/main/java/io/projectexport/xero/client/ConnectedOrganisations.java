package io.projectexport.xero.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The organisations that a custom connection's token opens, which is one as long as it is connected. */
final class ConnectedOrganisations {

    private final RestClient http;
    private final String address;

    ConnectedOrganisations(XeroSettings settings) {
        http = XeroHttp.client(settings).build();
        address = settings.apiUrl() + "/connections";
    }

    /** Whether there is none; empty where Xero does not tell. */
    Optional<Boolean> none(String token) {
        try {
            JsonNode listed = http.get()
                    .uri(address)
                    .headers(headers -> headers.setBearerAuth(token))
                    .accept(MediaType.APPLICATION_JSON)
                    .retrieve()
                    .body(JsonNode.class);
            return Optional.ofNullable(listed).filter(JsonNode::isArray).map(JsonNode::isEmpty);
        } catch (RestClientException untold) {
            return Optional.empty();
        }
    }
}
