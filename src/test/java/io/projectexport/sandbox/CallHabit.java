package io.projectexport.sandbox;

import java.util.Optional;
import java.util.function.Predicate;

/** How this Xero answers calls as long as it has the habit. */
@FunctionalInterface
interface CallHabit {

    /** What happens to the call; empty for nothing. */
    Optional<Fault> on(ReceivedRequest request);

    static CallHabit none() {
        return request -> Optional.empty();
    }

    static CallHabit of(Predicate<ReceivedRequest> calls, Fault fault) {
        return request -> calls.test(request) ? Optional.of(fault) : Optional.empty();
    }

    /** The same for every call of the API. */
    static CallHabit api(Fault fault) {
        return of(ReceivedRequest::isToApi, fault);
    }

    /** The same for calls of this method to paths that end so. */
    static CallHabit of(String method, String pathEnd, Fault fault) {
        return of(request -> request.is(method, pathEnd), fault);
    }

    /** This habit, or else the other one. */
    default CallHabit or(CallHabit other) {
        return request -> on(request).or(() -> other.on(request));
    }
}
