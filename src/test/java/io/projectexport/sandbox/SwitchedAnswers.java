package io.projectexport.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What becomes of calls while one of the {@link DemoSwitches} is on. */
final class SwitchedAnswers {

    private static final CallHabit FORBIDDEN =
            CallHabit.api(Fault.answer(Problems.forbidden("AuthenticationUnsuccessful")));
    private static final CallHabit UNAUTHORIZED = CallHabit.api(unauthorized()).or(connections(unauthorized()));
    private static final Fault NO_CONTACTS = Fault.answer(AccountingApi.ok("Contacts", List.of()));

    static final CallHabit SLOW = CallHabit.api(Fault.slow(Duration.ofSeconds(3)));
    static final CallHabit RATE_LIMIT = CallHabit.api(Fault.rateLimited(Duration.ofSeconds(15)));
    static final CallHabit LOST = CallHabit.of(ReceivedRequest::createsJob, Fault.lost());
    static final CallHabit DOWN = CallHabit.api(Fault.unavailable());
    static final CallHabit TOKEN_EXPIRED = CallHabit.api(Fault.tokenExpired());
    static final CallHabit CLOCK_BEHIND =
            CallHabit.of("POST", "/connect/token", Fault.answered(UnusualAnswers::withEarlyEnd));
    static final CallHabit DAY_USED_UP =
            CallHabit.api(Fault.answered(answer -> answer.with("X-DayLimit-Remaining", "0")));

    static final CallHabit TRIAL_OVER = FORBIDDEN;
    static final CallHabit NO_ORGANISATION = connections(Fault.answer(SentAnswer.json(200, List.of())));
    static final CallHabit DISCONNECTED = FORBIDDEN.or(NO_ORGANISATION);
    static final CallHabit DEMO_RESET = FORBIDDEN.or(connections(anotherOrganisation()));
    static final CallHabit SECRET_CHANGED =
            UNAUTHORIZED.or(CallHabit.of("POST", "/connect/token", Fault.answer(oauthError(401, "invalid_client"))));
    static final CallHabit PERSON_LEFT = UNAUTHORIZED.or(CallHabit.of(
            request -> request.is("POST", "/connect/token")
                    && !"authorization_code".equals(request.form().get("grant_type")),
            Fault.answer(oauthError(400, "invalid_grant"))));

    static final CallHabit ARCHIVED_CONTACTS = request -> contacts(
                    "true".equals(request.query().get("includeArchived"))
                            ? Fault.answered(UnusualAnswers::withArchivedContacts)
                            : NO_CONTACTS)
            .on(request);
    static final CallHabit BLANKS_IN_CONTACTS =
            request -> contacts(isFiltered(request) ? NO_CONTACTS : Fault.answered(UnusualAnswers::withMoreBlanks))
                    .on(request);
    static final CallHabit SEARCH_IGNORED =
            request -> contacts(isFiltered(request) ? Fault.none() : Fault.answer(Contacts.others(request)))
                    .on(request);
    static final CallHabit CLIENT_REQUIRED = CallHabit.of(
            request -> request.is("POST", "/Projects")
                    && AccountingApi.json(request).path("contactId").asText("").isEmpty(),
            Fault.answer(ModelState.refusal(
                    "The request is invalid.", Map.of("contactId", List.of("The Contact field is required.")))));

    static final CallHabit ARCHIVED_OPTIONS = read(UnusualAnswers::withArchivedOptions);
    static final CallHabit UNKNOWN_VALUES = read(UnusualAnswers::withUnknownValues);
    static final CallHabit UNREADABLE_ITEM = read(UnusualAnswers::withUnreadableItem);
    static final CallHabit OTHER_TIME_ZONE = read(UnusualAnswers::withOtherTimeZone);

    private SwitchedAnswers() {}

    private static CallHabit connections(Fault fault) {
        return CallHabit.of("GET", "/connections", fault);
    }

    private static CallHabit contacts(Fault fault) {
        return CallHabit.of("GET", "/Contacts", fault);
    }

    private static CallHabit read(UnaryOperator<SentAnswer> change) {
        return CallHabit.of(request -> request.isToApi() && request.method().equals("GET"), Fault.answered(change));
    }

    /** By an exact name, not by Xero's search. */
    private static boolean isFiltered(ReceivedRequest request) {
        return request.query().containsKey("where");
    }

    private static Fault unauthorized() {
        return Fault.answer(Problems.unauthorized("AuthenticationUnsuccessful"));
    }

    private static SentAnswer oauthError(int status, String error) {
        return SentAnswer.json(status, Map.of("error", error));
    }

    private static Fault anotherOrganisation() {
        return Fault.answer(SentAnswer.json(
                200,
                List.of(Map.of(
                        "id", "8a6b4f0e-0c51-4a4e-9f0b-3f7d1c2b5e66",
                        "tenantId", "f1b7c9d2-55aa-4c0e-8a33-9be2d4a1c0f7",
                        "tenantType", "ORGANISATION",
                        "tenantName", "Demo Company (NZ)"))));
    }
}
