package io.projectexport.xero.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.util.Data;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.connection.ConnectionBreaks;
import io.projectexport.export.ratelimit.CallPermits;
import io.projectexport.export.ratelimit.CallQueue;
import io.projectexport.xero.client.AccessTokens.Access;
import io.projectexport.xero.failure.ExportFailureFactory;
import io.projectexport.xero.failure.Remedy;
import io.projectexport.xero.failure.TooManyRequests;
import io.projectexport.xero.failure.XeroAnswer;
import io.projectexport.xero.failure.XeroErrors;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one way to call Xero about one organisation: with its token, and with every failure translated. */
public class XeroCalls {

    private static final Logger log = LoggerFactory.getLogger(XeroCalls.class);

    private final AccessTokens tokens;
    private final XeroErrors errors;
    private final CallQueue queue;
    private final CallPermits permits;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final CallOutcomes outcomes;
    private final CallMeters meters;
    private final DayLimit dayLimit = new DayLimit();

    public XeroCalls(
            AccessTokens tokens,
            XeroErrors errors,
            CallQueue queue,
            CallPermits permits,
            ConnectionBreaks breaks,
            ObjectMapper mapper,
            Clock clock,
            CallMeters meters) {
        this.tokens = tokens;
        this.errors = errors;
        this.queue = queue;
        this.permits = permits;
        this.outcomes = new CallOutcomes(breaks);
        this.mapper = mapper;
        this.clock = clock;
        this.meters = meters;
    }

    /** Xero did not accept the token. */
    private static final class TokenRefused extends Exception {

        private static final long serialVersionUID = 1L;

        TokenRefused(ExportFailure failure) {
            super(failure);
        }

        ExportFailure failure() {
            return (ExportFailure) getCause();
        }
    }

    /** One request by xero-java, in the form that leaves reading the response to us. */
    @FunctionalInterface
    public interface Request {
        HttpResponse send(String accessToken, String tenantId) throws IOException;

        /**
         * The same to this organisation or not at all, because an administrator can choose another one at any moment.
         *
         * @param organisation id of it; null sends it to whichever is connected
         */
        default Request onlyTo(String organisation) {
            return (accessToken, tenantId) -> {
                boolean isChosen = organisation != null && !Data.isNull(tenantId);
                if (isChosen && !organisation.equals(tenantId)) {
                    throw ExportFailureFactory.unavailable(
                                    "Another organisation in Xero was chosen meanwhile, so nothing was created.",
                                    Remedy.LOOK_AND_RETRY,
                                    null)
                            .nothingCreated();
                }
                return send(accessToken, tenantId);
            };
        }
    }

    /**
     * Makes one call beside the one that creates a job.
     *
     * @throws ExportFailure as in {@link #call}
     */
    public <T> T callExtra(Class<T> type, Request request) {
        return outcomes.of(() -> accepted(type, request), false);
    }

    /**
     * Makes the call that creates a job, and with a new token a second one where Xero did not accept the first one's, because nothing has happened then.
     *
     * @throws ExportFailure when the response is not a success with a body of this type
     */
    public <T> T call(Class<T> type, Request request) {
        return outcomes.of(() -> accepted(type, request), true);
    }

    private <T> T accepted(Class<T> type, Request request) {
        Access access = access();
        try {
            return send(type, request, access);
        } catch (TokenRefused refused) {
            tokens.forget(access);
            return sendAgain(type, request, access, refused);
        }
    }

    private <T> T sendAgain(Class<T> type, Request request, Access first, TokenRefused refused) {
        Access next = access();
        boolean isForAnother = !Objects.equals(first.tenantId(), next.tenantId());
        if (isForAnother || next.token().equals(first.token())) {
            throw refused.failure();
        }
        try {
            return send(type, request, next);
        } catch (TokenRefused again) {
            throw again.failure();
        }
    }

    private <T> T send(Class<T> type, Request request, Access access) throws TokenRefused {
        dayLimit.check(access.tenantId(), clock.instant());
        UUID call = permits.acquire();
        CallMeters.Call measured = meters.begin();
        try {
            HttpResponse response = request.send(access.token(), tenant(access));
            noteRemaining(access, response.getHeaders().getFirstHeaderStringValue(DayLimit.HEADER));
            T answer = read(type, response);
            measured.answered(response);
            return answer;
        } catch (IOException | RuntimeException failure) {
            throw failed(failure, access, measured);
        } finally {
            end(call);
            measured.end();
        }
    }

    private ExportFailure failed(Exception failure, Access access, CallMeters.Call measured) throws TokenRefused {
        ExportFailure refused = translated(failure);
        measured.failed(refused.reason());
        Optional<XeroAnswer> answer = XeroAnswer.behind(failure);
        if (answer.filter(TooManyRequests::isForEverybody).isPresent()) {
            pause(refused);
        } else {
            answer.ifPresent(given -> noteRemaining(access, given.header().apply(DayLimit.HEADER)));
        }
        if (isUnauthorized(answer)) {
            throw new TokenRefused(refused);
        }
        return answer.filter(given -> given.status() == 403)
                .flatMap(forbidden -> tokens.forbidden(access))
                .map(disconnected -> ExportFailureFactory.withRemedy(disconnected, tokens.remedy()))
                .orElse(refused);
    }

    private void noteRemaining(Access access, String remaining) {
        meters.dayLimitRemaining(remaining);
        if (dayLimit.isUsedUp(access.tenantId(), remaining, clock.instant())) {
            pause(dayLimit.failure());
        }
    }

    /**
     * The organisation that calls are about at this moment; null for a custom connection, which has only one.
     *
     * @throws ExportFailure when Xero is not connected
     */
    public String tenantId() {
        return access().tenantId();
    }

    /** As {@link AccessTokens#organisation}. */
    public Optional<String> organisation() {
        return tokens.organisation();
    }

    /** As {@link AccessTokens#organisationName}. */
    public String organisationName(String id) {
        return tokens.organisationName(id);
    }

    private void pause(ExportFailure refused) {
        Duration wait = Duration.between(clock.instant(), refused.retryAt());
        queue.pause(new CallQueue.Pause(wait, refused.getMessage()));
    }

    /** Never in place of an answer of Xero; a call that nobody ended runs out. */
    private void end(UUID call) {
        try {
            permits.release(call);
        } catch (RuntimeException failure) {
            log.warn("The end of a call to Xero could not be noted: {}", failure.getMessage());
        }
    }

    private Access access() {
        try {
            return tokens.current();
        } catch (RuntimeException failure) {
            throw translated(failure).nothingCreated();
        }
    }

    private ExportFailure translated(Exception failure) {
        return ExportFailureFactory.withRemedy(errors.translate(failure), tokens.remedy());
    }

    /** Of all refusals, the only one that another token can change. */
    private static boolean isUnauthorized(Optional<XeroAnswer> answer) {
        return answer.filter(given -> given.status() == 401).isPresent();
    }

    /** xero-java insists on a tenant; this one value makes Google's client leave the header out. */
    private static String tenant(Access access) {
        return access.tenantId() == null ? Data.NULL_STRING : access.tenantId();
    }

    private <T> T read(Class<T> type, HttpResponse response) throws IOException {
        try {
            InputStream content = response.getContent();
            T body = mapper.readValue(content == null ? InputStream.nullInputStream() : content, type);
            if (body == null) {
                throw MismatchedInputException.from((JsonParser) null, type, "Xero answered null");
            }
            return body;
        } finally {
            response.ignore();
        }
    }
}
