package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request says about where it comes from leads nobody to another place. */
@ExtendWith(SharedApplication.class)
class ForwardedHeadersTest {

    private final RunningApplication application;
    private final HttpClient client = HttpClient.newHttpClient();

    ForwardedHeadersTest(RunningApplication application) {
        this.application = application;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-Host   | evil.example",
                "X-Forwarded-Host   | evil.example:99999",
                "X-Forwarded-Host   | ][",
                "X-Forwarded-Proto  | javascript",
                "X-Forwarded-Proto  | https",
                "X-Forwarded-Proto  | %%:/",
                "X-Forwarded-Port   | none",
                "X-Forwarded-Port   | 99999999999",
                "X-Forwarded-For    | <script>, 1.2.3.4.5",
                "X-Forwarded-Prefix | //evil.example",
                "X-Forwarded-Ssl    | on",
                "Forwarded          | host=evil.example;proto=javascript",
                "Forwarded          | host=\"]",
            })
    void redirects_stay_here_whatever_is_said(String header, String value) throws Exception {
        for (String path : new String[] {
            "/", "/jobs", "/profile", "/xero/connect", "/swagger-ui.html", "/camunda/app/tasklist/default/", "/camunda"
        }) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(application.url() + path))
                    .header(header, value)
                    .header("Accept", "text/html")
                    .build();

            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(path).isBetween(301, 404);
            assertThat(answer.headers().allValues("Location"))
                    .allSatisfy(to -> assertThat(to).startsWith("/").doesNotStartWith("//"));
            assertThat(answer.headers().map().toString() + answer.body()).doesNotContain("evil");
        }
    }
}
