package io.projectexport.export.conversation;

import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.Submission;
import io.projectexport.export.text.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds who hears of what was written: creator and submitter of a question, who asked of an answer; each person once. */
@Component
public class RemarkRecipients {

    private final ConversationRules conversation;
    private final ActionRules rules;
    private final People people;

    public RemarkRecipients(ConversationRules conversation, ActionRules rules, People people) {
        this.conversation = conversation;
        this.rules = rules;
        this.people = people;
    }

    /** Their e-mail addresses, without the writer's. */
    List<String> of(Contribution kind, ProjectExport export, List<HistoryEntry> history, Person writer) {
        Stream<String> addresses = switch (kind) {
            case QUESTION -> owners(export.submission());
            case ANSWER -> askers(export, history);
            case NOTE -> Stream.empty();
        };
        List<String> once = new ArrayList<>();
        addresses
                .filter(Objects::nonNull)
                .filter(address -> !writer.hasEmail(address))
                .filter(address -> once.stream().noneMatch(other -> EmailAddress.same(other, address)))
                .forEach(once::add);
        return once;
    }

    private Stream<String> owners(Submission submission) {
        String creator = submission.creatorEmail();
        return Stream.of(
                people.person(submission.submitter()).email(),
                creator != null && people.takesMail(creator) ? creator : null);
    }

    /** Whoever asked since the last answer; after that, who asked last. They may have lost the right to read it. */
    private Stream<String> askers(ProjectExport export, List<HistoryEntry> history) {
        List<HistoryEntry> open = conversation.unanswered(export, history);
        Stream<HistoryEntry> asked = open.isEmpty()
                ? ConversationRules.questions(export, history).reduce((earlier, later) -> later).stream()
                : open.stream();
        return asked.map(step -> people.person(step.who()))
                .filter(asker -> rules.mayRead(asker, export))
                .map(Person::email);
    }
}
