package io.projectexport.access.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.access.AccessTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;

/** An installation whose proxies have other addresses than this machine, which is a stranger to it. */
@TestPropertySource(
        properties = {"server.forward-headers-strategy=native", "server.tomcat.remoteip.internal-proxies=10\\.0\\.0\\.1"
        })
class TrustedProxiesTest extends AccessTest {

    @Test
    void the_word_of_a_stranger_about_its_origin_does_not_count() {
        HttpHeaders said = new HttpHeaders();
        said.set("X-Forwarded-For", "10.0.0.1");
        said.set("X-Forwarded-Host", "evil.example");
        said.set("X-Forwarded-Proto", "https");
        said.set("X-Forwarded-Port", "4711");
        said.setBasicAuth("ann", "secret");

        Map<?, ?> origin = http.exchange("/api/origin", HttpMethod.GET, new HttpEntity<>(said), Map.class)
                .getBody();

        assertThat(origin.get("url").toString()).startsWith("http://localhost:").doesNotContain("4711");
        assertThat(origin.get("address")).isEqualTo("127.0.0.1");
    }
}
