package io.projectexport.faults;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds a port that stays free while a node starts: no outgoing connection takes it, as it can any port from 32768 on. */
public final class FreePort {

    private static final int FIRST = 10_000;
    private static final int FIRST_OF_CONNECTIONS = 32_768;

    private FreePort() {}

    public static int find() {
        int port;
        do {
            port = ThreadLocalRandom.current().nextInt(FIRST, FIRST_OF_CONNECTIONS);
        } while (!isFree(port));
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
