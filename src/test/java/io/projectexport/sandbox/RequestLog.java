package io.projectexport.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Remembers every call, from the moment it arrives. */
final class RequestLog {

    /** A call and its answer, which is null while there is none. */
    record Call(ReceivedRequest request, AtomicReference<SentAnswer> answer) {

        /** For people. */
        public String outcome() {
            SentAnswer given = answer.get();
            if (given == null) {
                return "…";
            }
            return given.isDropped() ? "dropped" : String.valueOf(given.status());
        }

        public boolean isFailure() {
            SentAnswer given = answer.get();
            return given != null && (given.isDropped() || given.status() >= 400);
        }
    }

    private final List<Call> calls = new ArrayList<>();

    synchronized Call add(ReceivedRequest request) {
        Call call = new Call(request, new AtomicReference<>());
        calls.add(call);
        return call;
    }

    synchronized List<ReceivedRequest> requests() {
        return calls.stream().map(Call::request).toList();
    }

    /** The newest first. */
    synchronized List<Call> last(int count) {
        List<Call> last = new ArrayList<>(calls.subList(Math.max(0, calls.size() - count), calls.size()));
        Collections.reverse(last);
        return last;
    }
}
