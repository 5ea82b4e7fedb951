package io.projectexport.access.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.springframework.aop.support.AopUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Servlet filter that keeps the nonce of Camunda's content security policy with the request that it was made for. Camunda keeps it in the
 * servlet context, where any other request at that moment replaces it; the page then carries a nonce that its own header forbids, and stays
 * empty.
 */
final class CspNonceFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ServletContext own = new OwnNonce(request.getServletContext()).context();
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletContext getServletContext() {
                        return own;
                    }
                },
                response);
    }

    /** The application's servlet context, but for the nonce. */
    private static final class OwnNonce {

        private final ServletContext shared;
        private Object nonce;

        OwnNonce(ServletContext shared) {
            this.shared = shared;
        }

        ServletContext context() {
            return (ServletContext) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {ServletContext.class}, this::invoke);
        }

        private Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            boolean isNonce = arguments != null
                    && arguments.length > 0
                    && ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE.equals(arguments[0]);
            if (isNonce && method.getName().equals("setAttribute")) {
                nonce = arguments[1];
                return null;
            }
            return isNonce && method.getName().equals("getAttribute")
                    ? nonce
                    : AopUtils.invokeJoinpointUsingReflection(
                            shared, method, arguments == null ? new Object[0] : arguments);
        }
    }
}
