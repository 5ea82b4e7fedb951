package io.projectexport.access.tls;

import java.util.Locale;

/** Where people open the application: the one word about TLS that every node knows, whatever proxies stand before it. */
public final class BaseUrl {

    public static final String SETTING = "app.base-url";

    private BaseUrl() {}

    public static boolean isHttps(String baseUrl) {
        return baseUrl.strip().toLowerCase(Locale.ROOT).startsWith("https:");
    }
}
