package io.projectexport.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Interceptor that has each line logged for a request about a project name the project, whatever goes wrong with it. */
@Component
final class ExportIdInLog implements HandlerInterceptor, WebMvcConfigurer {

    /** Also what jobs name it. */
    private static final String EXPORT_ID = "exportId";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path
                && path.get(EXPORT_ID) instanceof String id
                && isId(id)) {
            MDC.put(EXPORT_ID, id);
        }
        return true;
    }

    /** Anything else is whatever somebody typed. */
    private static boolean isId(String id) {
        try {
            return UUID.fromString(id).toString().equals(id);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        MDC.remove(EXPORT_ID);
    }
}
