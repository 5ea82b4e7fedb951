package io.projectexport.web.input;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Puts the bounds of bodies before everything that could read one. */
@Component
public class BodyBounds implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int TOMCATS_OWN = 200;

    private final int threads;

    BodyBounds(Environment environment) {
        threads = environment.getProperty("server.tomcat.threads.max", Integer.class, TOMCATS_OWN);
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addContextValves(new BodyValve(threads));
    }
}
