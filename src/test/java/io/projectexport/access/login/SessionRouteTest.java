package io.projectexport.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

class SessionRouteTest {

    @ParameterizedTest
    @CsvSource({
        "app1, JSESSIONID=[0-9A-F]{32}\\.app1;.*",
        "node-7, JSESSIONID=[0-9A-F]{32}\\.node-7;.*",
        "'', JSESSIONID=[0-9A-F]{32};.*"
    })
    void the_id_of_a_session_ends_with_the_name_of_its_node(String nodeName, String cookie) throws Exception {
        TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
        new SessionRoute(nodeName).customize(tomcat);
        WebServer server = tomcat.getWebServer(
                context -> context.addServlet("login", new BeginsSession()).addMapping("/"));
        server.start();
        try {
            URI address = URI.create("http://localhost:" + server.getPort() + "/");

            assertThat(HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                            .headers()
                            .firstValue("Set-Cookie")
                            .orElseThrow())
                    .matches(cookie);
        } finally {
            server.stop();
        }
    }

    private static final class BeginsSession extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            request.getSession();
        }
    }
}
