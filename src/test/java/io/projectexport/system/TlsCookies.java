package io.projectexport.system;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Cookies of a browser that sees https, since in an installation a proxy ends TLS before the application. */
final class TlsCookies extends CookieManager {

    @Override
    public Map<String, List<String>> get(URI address, Map<String, List<String>> headers) throws IOException {
        return super.get(URI.create(address.toString().replaceFirst("^http:", "https:")), headers);
    }
}
