package io.projectexport.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The script of faults: the first rule that fits a call decides it. */
final class Faults {

    private record Rule(Predicate<ReceivedRequest> when, Fault fault, boolean once) {}

    private final List<Rule> rules = new ArrayList<>();
    private Function<ReceivedRequest, Fault> otherwise = request -> Fault.none();

    /** One fault for each of the next calls that fit. */
    synchronized void next(Predicate<ReceivedRequest> when, Fault... inTurn) {
        for (Fault fault : inTurn) {
            rules.add(new Rule(when, fault, true));
        }
    }

    synchronized void always(Predicate<ReceivedRequest> when, Fault fault) {
        rules.add(new Rule(when, fault, false));
    }

    /** Decides calls that no rule fits. */
    synchronized void otherwise(Function<ReceivedRequest, Fault> decision) {
        otherwise = decision;
    }

    SentAnswer apply(ReceivedRequest request, Supplier<SentAnswer> xero) {
        return take(request).answerTo(xero);
    }

    private synchronized Fault take(ReceivedRequest request) {
        for (Rule rule : rules) {
            if (rule.when().test(request)) {
                if (rule.once()) {
                    rules.remove(rule);
                }
                return rule.fault();
            }
        }
        return otherwise.apply(request);
    }
}
