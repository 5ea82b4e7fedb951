package io.projectexport.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as told, for the answers that a good one never gives. */
final class ScriptedSmtpServer implements AutoCloseable {

    /** Closes the connection instead of answering. */
    static final String HANG_UP = "hang up";
    /** Leaves the connection open and never answers. */
    static final String SILENCE = "silence";
    /** The dot that ends a message. */
    static final String DOT = ".";

    private final ServerSocket server = listen();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final Map<String, String> script;

    /**
     * Starts.
     *
     * @param script answers by command, where they differ from those of a friendly server
     */
    ScriptedSmtpServer(Map<String, String> script) {
        this.script = script;
        new Thread(this::serve, "scripted-smtp").start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Every line that came in. */
    List<String> received() {
        return received;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                talk(connection);
            } catch (IOException closed) {
                // by either side: the next accept tells which
            }
        }
    }

    private void talk(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(connection.getOutputStream(), true, StandardCharsets.US_ASCII);
        out.print("220 test\r\n");
        out.flush();
        boolean inMessage = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            received.add(line);
            if (!inMessage || line.equals(DOT)) {
                String command = line.split("[ :]")[0];
                if (!answer(command, connection, out)) {
                    return;
                }
                inMessage = command.equals("DATA");
            }
        }
    }

    private boolean answer(String command, Socket connection, PrintWriter out) throws IOException {
        String answer = script.getOrDefault(command, friendly(command));
        switch (answer) {
            case HANG_UP -> connection.close();
            case SILENCE -> {}
            default -> {
                out.print(answer + "\r\n");
                out.flush();
                return true;
            }
        }
        return false;
    }

    private static String friendly(String command) {
        return switch (command) {
            case "EHLO" -> "250-test\r\n250 8BITMIME";
            case "DATA" -> "354 go ahead";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 10, InetAddress.getByName("localhost"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
