package io.projectexport.xero.connection;

import io.projectexport.xero.client.XeroSettings;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** Client of what Xero's login offers beside OAuth's own calls. */
class ConsentApi {

    private final RestClient http;
    private final XeroSettings settings;

    ConsentApi(RestClient http, XeroSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** The organisations that the consent includes. */
    List<Tenant> tenants(StoredToken token) {
        Tenant[] tenants = http.get()
                .uri(settings.apiUrl() + "/connections")
                .headers(headers -> headers.setBearerAuth(token.accessToken()))
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .body(Tenant[].class);
        return Stream.of(tenants)
                .filter(Objects::nonNull)
                .filter(Tenant::keepsBooks)
                .map(Tenant::withPlainName)
                .toList();
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
