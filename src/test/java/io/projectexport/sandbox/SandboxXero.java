package io.projectexport.sandbox;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A Xero to try things with, over real HTTP: it keeps what it is told and fails as it is told. */
public final class SandboxXero implements AutoCloseable {

    public static final String ORGANISATION = "Sandbox Constructions";
    public static final String TENANT_ID = "5a4dbc8e-6c3c-4b77-9f1e-2f6a0f1d7c11";
    public static final String SHORT_CODE = "!SbX01";
    public static final String CURRENCY = "NZD";
    public static final String TRACKING_CATEGORY_ID = "0c9fce3e-a111-4d99-803a-62cf3f40e633";

    private final Clock clock;
    private final Tokens tokens;
    private final Router login;
    private final Authorization authorization;
    private final SandboxPage page;
    private final FunctionServer server;
    private volatile SandboxOrganisation organisation;

    /** Starts on the port; 0 takes a free one. */
    public SandboxXero(int port) {
        this(port, Clock.systemUTC());
    }

    /** Starts on the port with a clock for tokens, limits, keys and list lag, in whose zone its pages show moments. */
    public SandboxXero(int port, Clock clock) {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), clock);
    }

    /** Starts at the address, which others can reach. */
    SandboxXero(InetSocketAddress address, Clock clock) {
        this.clock = clock;
        page = new SandboxPage(this, clock);
        tokens = new Tokens(clock);
        login = login();
        authorization = new Authorization(tokens, clock);
        organisation = new SandboxOrganisation(clock);
        server = new FunctionServer(address, this::answer);
    }

    /** Where it listens, without a slash at the end; also the address of its page. */
    public String url() {
        return server.url();
    }

    public String tokenUrl() {
        return url() + "/connect/token";
    }

    /** Where people consent. */
    public String authorizeUrl() {
        return url() + "/identity/connect/authorize";
    }

    /** Forgets everything but the tokens: what it holds, what it has seen, faults, limits and switches. */
    public void clear() {
        organisation = new SandboxOrganisation(clock);
    }

    @Override
    public void close() {
        server.close();
    }

    public Tokens tokens() {
        return tokens;
    }

    public ProjectsApi projects() {
        return organisation.projects;
    }

    public Contacts contacts() {
        return organisation.contacts;
    }

    public TrackingCategories trackingCategories() {
        return organisation.trackingCategories;
    }

    public Limits limits() {
        return organisation.limits;
    }

    public IdempotencyKeys idempotencyKeys() {
        return organisation.idempotencyKeys;
    }

    public DemoSwitches switches() {
        return organisation.switches;
    }

    /** Every call in the order of arrival, those to {@code /connect/token} included. */
    public List<ReceivedRequest> requests() {
        return organisation.log.requests();
    }

    public List<ReceivedRequest> requests(Predicate<ReceivedRequest> wanted) {
        return requests().stream().filter(wanted).toList();
    }

    /** Faults for the next calls of the API, whichever they are. */
    public void next(Fault... inTurn) {
        on(ReceivedRequest::isToApi, inTurn);
    }

    /** Faults for the next calls that create a job. */
    public void nextCreate(Fault... inTurn) {
        on(ReceivedRequest::createsJob, inTurn);
    }

    /** Faults for the next calls that create a job with this text in its name. */
    public void onName(String text, Fault... inTurn) {
        on(request -> request.createsJob() && JobNames.of(request).contains(text), inTurn);
    }

    /** Faults for the next calls that fit. */
    public void on(Predicate<ReceivedRequest> when, Fault... inTurn) {
        organisation.faults.next(when, inTurn);
    }

    /** A fault for every call that fits. */
    public void always(Predicate<ReceivedRequest> when, Fault fault) {
        organisation.faults.always(when, fault);
    }

    /** Decides the calls for which no other fault was ordered. */
    public void otherwise(Function<ReceivedRequest, Fault> decision) {
        organisation.faults.otherwise(decision);
    }

    /** Has the page offer this, too. */
    public void offer(PageAction action) {
        page.offer(action);
    }

    RequestLog log() {
        return organisation.log;
    }

    private SentAnswer answer(ReceivedRequest request) {
        if (page.serves(request)) {
            return page.answer(request);
        }
        SandboxOrganisation current = organisation;
        RequestLog.Call call = current.log.add(request);
        SentAnswer answer = request.isToApi()
                ? current.limits.limited(() -> authorization.refusal(request).orElseGet(() -> current.answer(request)))
                : current.faults.apply(request, () -> current.switches.answer(request, () -> login.answer(request)));
        call.answer().set(answer);
        return answer;
    }

    private Router login() {
        return new Router()
                .on("POST", "/connect/token", tokens::answer)
                .on("POST", "/connect/revocation", tokens::revoke)
                .on(
                        "GET",
                        "/identity/connect/authorize",
                        request -> tokens.consents().authorize(request, tokens.clientId()))
                .on("GET", "/connections", tokens::connections)
                .on("DELETE", "/connections/{id}", tokens::disconnect);
    }
}
