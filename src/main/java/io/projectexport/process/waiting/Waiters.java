package io.projectexport.process.waiting;

import io.projectexport.export.permission.GroupName;
import io.projectexport.export.permission.People;
import io.projectexport.process.model.DecisionTask;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whom a project waits for, in the names that people know. */
@Component
class Waiters {

    private static final String NOBODY = "somebody to whom an administrator assigns it";

    private final People people;

    Waiters(@Lazy People people) {
        this.people = people;
    }

    /**
     * For a task.
     *
     * @param decision what it is; empty for an administrator's own
     * @param candidates the task with each of its candidates
     */
    String of(Optional<DecisionTask> decision, List<WaitState> candidates) {
        if (decision.equals(Optional.of(DecisionTask.CORRECT))) {
            return "its creator and submitter";
        }
        String all = Stream.concat(groups(candidates), users(candidates)).collect(Collectors.joining(" or "));
        return all.isEmpty() ? NOBODY : all;
    }

    private static Stream<String> groups(List<WaitState> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.groupId() != null)
                .map(candidate -> candidate.groupName() == null
                        ? candidate.groupId()
                        : GroupName.inSentence(candidate.groupName()))
                .distinct();
    }

    private Stream<String> users(List<WaitState> candidates) {
        List<String> logins = candidates.stream()
                .map(WaitState::userId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return logins.isEmpty()
                ? Stream.empty()
                : people.names(logins).values().stream().sorted();
    }

    /** Null for what goes on by itself. */
    static String ofOther(WaitState state) {
        if (state.kind() == WaitState.Kind.EVENT) {
            return "the message “%s”".formatted(state.name());
        }
        return state.isStuck() ? "an administrator, because it failed" : null;
    }
}
