package io.projectexport.web.input;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;

/**
 * Tomcat's valve before every filter and servlet that bounds bodies: how long they are, and how many threads wait for them. Tomcat itself bounds
 * only forms, and only the pause between two bytes.
 */
final class BodyValve extends ValveBase {

    private static final long LONGEST = DataSize.ofMegabytes(10).toBytes();
    private static final long LONGEST_FORM = DataSize.ofKilobytes(256).toBytes();
    private static final long LONGEST_FORM_OF_STRANGERS =
            DataSize.ofKilobytes(64).toBytes();

    /** So much is read and thrown away, because most programs do not listen before they have sent everything. */
    private static final long LONGEST_READ = DataSize.ofMegabytes(20).toBytes();

    private static final String SECONDS_TO_WAIT = "5";

    private final Semaphore waiting;

    /** @param threads how many answer requests, of which half may wait for bodies */
    BodyValve(int threads) {
        super(true);
        waiting = new Semaphore(Math.max(1, threads / 2));
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request raw = request.getCoyoteRequest();
        if (raw.getContentLengthLong() <= 0 && raw.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            getNext().invoke(request, response);
            return;
        }
        InputBuffer network = raw.getInputBuffer();
        BoundedBody body = new BoundedBody(network, waiting, limit(request));
        raw.setInputBuffer(body);
        try {
            answer(request, response, body);
        } finally {
            raw.setInputBuffer(network);
        }
    }

    private void answer(Request request, Response response, BoundedBody body) throws IOException, ServletException {
        if (request.getContentLengthLong() > LONGEST) {
            body.refuse(HttpStatus.PAYLOAD_TOO_LARGE);
        } else {
            getNext().invoke(request, response);
        }
        HttpStatus refusal = body.refusal();
        if (!request.isAsync()) {
            readRest(request.getCoyoteRequest(), body);
        }
        if (refusal != null && !response.isCommitted()) {
            refuse(request, response, refusal);
        }
    }

    private static long limit(Request request) {
        String type = String.valueOf(request.getContentType());
        if (!type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            return LONGEST;
        }
        return request.getSession(false) == null ? LONGEST_FORM_OF_STRANGERS : LONGEST_FORM;
    }

    /** Tomcat would read it, too, but without an end to its patience. */
    private static void readRest(org.apache.coyote.Request raw, BoundedBody body) {
        boolean isToCome = !raw.hasExpectation() || raw.getBytesRead() > 0;
        boolean isTooSlow = body.refusal() != null && body.refusal() != HttpStatus.PAYLOAD_TOO_LARGE;
        try {
            body.raiseLimit(LONGEST_READ);
            Nowhere nowhere = new Nowhere();
            while (isToCome && !isTooSlow && raw.doRead(nowhere) >= 0) {}
        } catch (IOException e) {
            isTooSlow = true;
        }
        if (isTooSlow) {
            raw.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static void refuse(Request request, Response response, HttpStatus refusal) throws IOException {
        request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
        // the page that says so must not be taken for another reader of the body
        request.getCoyoteRequest().getMimeHeaders().removeHeader(HttpHeaders.CONTENT_TYPE);
        response.setSuspended(false);
        response.reset();
        if (refusal == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        response.sendError(refusal.value());
    }

    /** Takes what Tomcat has read, and forgets it. */
    private static final class Nowhere implements ApplicationBufferHandler {

        private ByteBuffer buffer;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // nothing is kept
        }
    }
}
