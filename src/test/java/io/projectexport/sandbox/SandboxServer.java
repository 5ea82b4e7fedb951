package io.projectexport.sandbox;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The sandbox Xero as a program of its own, so that an installation is tried without an account at Xero: {@code docker compose --profile
 * sandbox up} and {@code docs/operate/try.sh} start it. It needs nothing but the application's jar.
 *
 * <p>{@code SANDBOX_PORT} is where it listens, 8081 by default; {@code SANDBOX_ADDRESS} who reaches it, this machine alone by default.
 */
public final class SandboxServer {

    private static final String ROTATED = "sandbox-secret-2";

    private SandboxServer() {}

    public static void main(String[] args) {
        start(System.getenv());
    }

    static SandboxXero start(Map<String, String> settings) {
        String address = Optional.ofNullable(settings.get("SANDBOX_ADDRESS")).orElse("127.0.0.1");
        int port = Integer.parseInt(
                Optional.ofNullable(settings.get("SANDBOX_PORT")).orElse("8081"));
        SandboxXero xero = new SandboxXero(new InetSocketAddress(address, port), Clock.systemUTC());
        xero.offer(new PageAction(
                "Another client secret",
                "From now on the client secret is %s, and the one before counts for nothing.".formatted(ROTATED),
                () -> rotate(xero)));
        return xero;
    }

    private static String rotate(SandboxXero xero) {
        xero.tokens().client(xero.tokens().clientId(), ROTATED);
        xero.tokens().revokeAll();
        return "Set XERO_CLIENT_SECRET to %s.".formatted(ROTATED);
    }
}
