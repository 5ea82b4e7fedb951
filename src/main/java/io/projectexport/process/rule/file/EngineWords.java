package io.projectexport.process.rule.file;

import java.util.Arrays;
import java.util.Optional;

/** What the engine's parser says most often, in the words of whoever drew the model. */
enum EngineWords {
    NO_IMPLEMENTATION(
            "or 'expression' is mandatory on",
            "it does not say what to do",
            "Set its implementation to a delegate expression, such as ${createXeroJobDelegate}"),
    NO_TIME("Timer needs configuration", "its timer has no time", "Set its timer to a date, a duration or a cycle"),
    NO_CONDITION(
            "without condition which is not the default flow",
            "one of its branches has no condition and is not the default",
            "Give each branch a condition, or make one the default flow"),
    CONDITION_ON_DEFAULT(
            "which is the default flow but has a condition",
            "its default flow has a condition",
            "Take the condition out, or choose another default flow"),
    NO_TARGET("Invalid destination", "an arrow leads to nothing", "Draw it to an element"),
    NO_SOURCE("Invalid source", "an arrow comes from nothing", "Draw it from an element"),
    NO_HISTORY("History Time To Live", "it has no history time to live", "Set it, as P180D for 180 days");

    private final String said;
    private final String problem;
    private final String remedy;

    EngineWords(String said, String problem, String remedy) {
        this.said = said;
        this.problem = problem;
        this.remedy = remedy;
    }

    /** Empty for what is said as the engine says it. */
    static Optional<EngineWords> of(String message) {
        return Arrays.stream(values())
                .filter(words -> message.contains(words.said))
                .findFirst();
    }

    String problem() {
        return problem;
    }

    String remedy() {
        return remedy;
    }
}
