package io.projectexport.web.input;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.http.HttpStatus;

/**
 * The body of one request as it comes from the network, below everything that reads bodies. It ends with an exception where it is longer
 * than its limit, or keeps a thread waiting for longer than a slow line needs.
 */
final class BoundedBody implements InputBuffer {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final long BYTES_FOR_ANOTHER_SECOND = 20_000;
    private static final Duration UNTIL_OTHERS_HAVE_READ = Duration.ofMillis(500);

    private final InputBuffer network;
    private final Semaphore waiting;
    private long limit;
    private long received;
    private long waited;
    private HttpStatus refusal;

    /** @param waiting as many permits as threads may wait for bodies at the same time */
    BoundedBody(InputBuffer network, Semaphore waiting, long limit) {
        this.network = network;
        this.waiting = waiting;
        this.limit = limit;
    }

    /** What the request has to be answered with, whatever those who tried to read the body made of it; null when nothing is wrong. */
    HttpStatus refusal() {
        return refusal;
    }

    /** For the rest, of which nothing is kept. */
    void raiseLimit(long limit) {
        this.limit = limit;
    }

    IOException refuse(HttpStatus status) {
        refusal = status;
        return new IOException("Refused: " + status);
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        int length = network.available() > 0 ? network.doRead(handler) : await(handler);
        received += Math.max(length, 0);
        if (received > limit) {
            throw refuse(HttpStatus.PAYLOAD_TOO_LARGE);
        }
        return length;
    }

    private int await(ApplicationBufferHandler handler) throws IOException {
        acquire();
        long since = System.nanoTime();
        try {
            return network.doRead(handler);
        } catch (SocketTimeoutException e) {
            throw refuse(HttpStatus.REQUEST_TIMEOUT);
        } finally {
            waited += System.nanoTime() - since;
            waiting.release();
        }
    }

    private void acquire() throws IOException {
        if (waited > LONGEST_WAIT.toNanos() + TimeUnit.SECONDS.toNanos(received / BYTES_FOR_ANOTHER_SECOND)) {
            throw refuse(HttpStatus.REQUEST_TIMEOUT);
        }
        try {
            if (!waiting.tryAcquire(UNTIL_OTHERS_HAVE_READ.toMillis(), TimeUnit.MILLISECONDS)) {
                throw refuse(HttpStatus.SERVICE_UNAVAILABLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refuse(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    @Override
    public int available() {
        return network.available();
    }
}
