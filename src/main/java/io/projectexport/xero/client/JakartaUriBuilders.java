package io.projectexport.xero.client;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import javax.ws.rs.core.Application;
import javax.ws.rs.core.Link;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Variant;
import javax.ws.rs.ext.RuntimeDelegate;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.framework.ProxyFactory;

/** Gives xero-java, which builds its URLs with the javax API, the jakarta implementation that the application has. */
final class JakartaUriBuilders extends RuntimeDelegate {

    /** Lies in our package, because proxies cannot be made for classes in {@code javax}. */
    abstract static class Bridge extends javax.ws.rs.core.UriBuilder {}

    @Override
    public javax.ws.rs.core.UriBuilder createUriBuilder() {
        UriBuilder builder = UriBuilder.newInstance();
        ProxyFactory factory = new ProxyFactory();
        factory.setTargetClass(Bridge.class);
        factory.addAdvice((MethodInterceptor) call -> call(builder, call));
        return (javax.ws.rs.core.UriBuilder) factory.getProxy();
    }

    @SuppressWarnings("unchecked")
    private static Object call(UriBuilder builder, MethodInvocation call) {
        Object[] arguments = call.getArguments();
        switch (call.getMethod().getName()) {
            case "uri" -> builder.uri((String) arguments[0]);
            case "queryParam" -> builder.queryParam((String) arguments[0], encoded((Object[]) arguments[1]));
            case "build" -> {
                return builder.build((Object[]) arguments[0]);
            }
            case "buildFromMap" -> {
                return builder.buildFromMap((Map<String, ?>) arguments[0]);
            }
            default -> throw new UnsupportedOperationException(call.getMethod().toString());
        }
        return ((ProxyMethodInvocation) call).getProxy();
    }

    /** Encoded here, because the builder would take braces in a value for a template. */
    private static Object[] encoded(Object[] values) {
        return Stream.of(values)
                .map(value -> URLEncoder.encode(value.toString(), StandardCharsets.UTF_8)
                        .replace("+", "%20"))
                .toArray();
    }

    @Override
    public Response.ResponseBuilder createResponseBuilder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Variant.VariantListBuilder createVariantListBuilder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T createEndpoint(Application application, Class<T> endpointType) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> HeaderDelegate<T> createHeaderDelegate(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Link.Builder createLinkBuilder() {
        throw new UnsupportedOperationException();
    }
}
