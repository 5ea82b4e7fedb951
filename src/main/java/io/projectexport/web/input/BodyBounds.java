package io.projectexport.web.input;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Puts the bounds of bodies before everything that could read one. */
@Component
class BodyBounds implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final int threads;

    BodyBounds(@Value("${server.tomcat.threads.max:200}") int threads) {
        this.threads = threads;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addContextValves(new BodyValve(threads));
    }
}
