package io.projectexport.export.conversation;

import io.projectexport.export.outbox.Outbox;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.CommentRule;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: somebody asks about a project, answers, or notes something; status, task and decision stay as they are. */
@Service
@Transactional
public class DiscussProject {

    private final ProjectExports exports;
    private final ConversationRules rules;
    private final RemarkRecipients recipients;
    private final Outbox outbox;
    private final Clock clock;

    public DiscussProject(
            ProjectExports exports, ConversationRules rules, RemarkRecipients recipients, Outbox outbox, Clock clock) {
        this.exports = exports;
        this.rules = rules;
        this.recipients = recipients;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What was written.
     *
     * @param mails how many people get it by e-mail
     */
    public record Written(Contribution kind, int mails) {}

    /**
     * Writes it into the history and has it sent; the same words of the same person right after each other count once, as when a button is
     * pressed twice.
     *
     * @throws ActionRefused when the person may not, or the text is none
     */
    public Written write(UUID exportId, Person person, String comment) {
        ProjectExport export = exports.lock(exportId).orElseThrow(ActionRefused::notFound);
        List<HistoryEntry> history = exports.history(exportId);
        Contribution kind = rules.check(export, history, person);
        String text = CommentRule.check(comment, kind.name().toLowerCase(Locale.ROOT), kind.remedy());
        List<String> readers = recipients.of(kind, export, history, person);
        HistoryEntry step = HistoryEntry.byPerson(export, clock.instant(), person.userId(), kind.step(), text);
        if (!isLast(step, history)) {
            exports.update(export, step);
            readers.forEach(reader -> outbox.add(mail(exportId, kind, step, reader)));
        }
        return new Written(kind, readers.size());
    }

    private static boolean isLast(HistoryEntry step, List<HistoryEntry> history) {
        HistoryEntry last = history.get(history.size() - 1);
        return last.what().equals(step.what())
                && last.who().equals(step.who())
                && step.comment().equals(last.comment());
    }

    private static Outbox.Mail mail(UUID exportId, Contribution kind, HistoryEntry step, String reader) {
        String id = "remark-%s-%s".formatted(exportId, UUID.randomUUID());
        return new Outbox.Mail(id, kind.name(), exportId, step.who(), step.comment(), reader, 0);
    }
}
