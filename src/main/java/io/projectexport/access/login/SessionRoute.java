package io.projectexport.access.login;

import org.apache.catalina.Engine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Route of a session: its id ends with the name of the node that has it, by which a load balancer finds the way back. */
@Component
final class SessionRoute implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final String nodeName;

    SessionRoute(@Value("${node.name:}") String nodeName) {
        this.nodeName = nodeName;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        if (StringUtils.hasText(nodeName)) {
            tomcat.addContextCustomizers(
                    context -> ((Engine) context.getParent().getParent()).setJvmRoute(nodeName));
        }
    }
}
