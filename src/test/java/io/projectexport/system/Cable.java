package io.projectexport.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The network between application and database, which can be cut, also in the middle of a commit, or become silent. */
final class Cable implements AutoCloseable {

    private enum State {
        WHOLE,
        CUT,
        SILENT
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final int target;
    private volatile State state = State.WHOLE;
    private volatile String lastCommitted;

    Cable(int target) throws IOException {
        this.target = target;
        thread(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void pull() throws IOException {
        state = State.CUT;
        for (Socket socket : new ArrayList<>(open)) {
            socket.close();
        }
    }

    /** Nothing passes any more, and no connection ends. */
    void silence() {
        state = State.SILENT;
    }

    /** Cuts it when the database has been told to commit the transaction that has this in a statement, and not yet answered. */
    void pullAtCommitOf(String statement) {
        lastCommitted = statement;
    }

    void plug() throws IOException {
        pull();
        state = State.WHOLE;
    }

    private void accept() {
        try {
            while (true) {
                Socket from = server.accept();
                if (state == State.CUT) {
                    from.close();
                    continue;
                }
                Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
                open.addAll(List.of(from, to));
                thread(() -> pass(from, to, true));
                thread(() -> pass(to, from, false));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void pass(Socket from, Socket to, boolean isAsked) {
        byte[] buffer = new byte[8192];
        StringBuilder transaction = new StringBuilder();
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                while (state == State.SILENT) {
                    Thread.sleep(50);
                }
                boolean isLast = isAsked
                        && lastCommitted != null
                        && commits(transaction.append(new String(buffer, 0, length, StandardCharsets.ISO_8859_1)));
                if (isLast) {
                    state = State.SILENT;
                }
                out.write(buffer, 0, length);
                if (isLast) {
                    pullAfterCommit();
                }
            }
        } catch (IOException | InterruptedException e) {
            // cut
        }
    }

    private boolean commits(StringBuilder transaction) {
        boolean isCommitted = transaction.indexOf("COMMIT") >= 0;
        boolean isLast = isCommitted && transaction.indexOf(lastCommitted) >= 0;
        if (isCommitted) {
            transaction.setLength(0);
        }
        return isLast;
    }

    private void pullAfterCommit() throws IOException, InterruptedException {
        lastCommitted = null;
        // it is done by then
        Thread.sleep(1000);
        pull();
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        pull();
    }
}
