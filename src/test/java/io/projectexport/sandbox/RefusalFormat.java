package io.projectexport.sandbox;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A form in which Xero has said no: each of its APIs and of the machines in front of them has its own. */
public enum RefusalFormat {
    MESSAGE(reason -> SentAnswer.json(400, Map.of("message", reason))),
    LINE_BREAKS(reason -> SentAnswer.json(400, Map.of("message", reason.replace(": ", ":\r\n\t- ")))),
    MARK_UP(reason -> SentAnswer.json(400, Map.of("message", "<p class=\"error\"><b>" + reason + "</b></p>"))),
    LONG(reason -> SentAnswer.json(400, Map.of("message", (reason + " ").repeat(3000 / (reason.length() + 1) + 1)))),
    LIST(reason -> SentAnswer.json(
            400, List.of(Map.of("message", reason), Map.of("message", "The Name field is not valid.")))),
    PLAIN_TEXT(reason -> SentAnswer.text(400, reason)),
    PROBLEM_DETAILS(reason -> SentAnswer.json(
                    400, Map.of("type", "about:blank", "title", "Bad Request", "status", 400, "detail", reason))
            .with("Content-Type", "application/problem+json"));

    /** What is to be read of each of them. */
    public static final String REASON = "Xero is not in the mood for this: try another day.";

    private final Function<String, SentAnswer> answer;

    RefusalFormat(Function<String, SentAnswer> answer) {
        this.answer = answer;
    }

    SentAnswer answer() {
        return answer.apply(REASON);
    }
}
