package io.projectexport.xero.connection;

import io.projectexport.xero.client.XeroSettings;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** Client of what Xero's login offers beside OAuth's own calls. */
class ConsentApi {

    /** One organisation within a consent, by the id that ends it. */
    private record Connection(String id, String tenantId) {}

    private final RestClient http;
    private final XeroSettings settings;

    ConsentApi(RestClient http, XeroSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** The organisations that the consent includes. */
    List<Tenant> tenants(StoredToken token) {
        return list(token, Tenant[].class)
                .filter(Tenant::keepsBooks)
                .map(Tenant::withPlainName)
                .toList();
    }

    /** Ends the access to these organisations, and to no other. */
    void disconnect(StoredToken token, Collection<String> tenantIds) {
        connections(token)
                .filter(connection -> tenantIds.contains(connection.tenantId()))
                .forEach(connection -> http.delete()
                        .uri(settings.apiUrl() + "/connections/{id}", connection.id())
                        .headers(headers -> headers.setBearerAuth(token.accessToken()))
                        .retrieve()
                        .toBodilessEntity());
    }

    /** Whether the consent gives access to nothing any more, in this installation or another of the same app. */
    boolean isEmpty(StoredToken token) {
        return connections(token).findAny().isEmpty();
    }

    private Stream<Connection> connections(StoredToken token) {
        return list(token, Connection[].class);
    }

    private <T> Stream<T> list(StoredToken token, Class<T[]> type) {
        T[] listed = http.get()
                .uri(settings.apiUrl() + "/connections")
                .headers(headers -> headers.setBearerAuth(token.accessToken()))
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .body(type);
        return Stream.of(listed).filter(Objects::nonNull);
    }

    /** Ends the consent with all its organisations. */
    void revoke(StoredToken token) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("token", token.refreshToken());
        http.post()
                .uri(settings.revocationUrl())
                .headers(headers -> headers.setBasicAuth(settings.clientId(), settings.clientSecret()))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .toBodilessEntity();
    }
}
