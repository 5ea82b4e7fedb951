package io.projectexport.summary;

import io.projectexport.export.ExportRules;
import io.projectexport.export.People;
import io.projectexport.export.Person;
import io.projectexport.export.Privilege;
import io.projectexport.export.ProjectExport;
import io.projectexport.export.ProjectExports;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Reminds each accounting approver once a day of the projects that wait, as long as any does. */
@Service
public class DailySummary {

    private final ProjectExports exports;
    private final People people;
    private final SummaryLog log;
    private final SummaryMailer mailer;
    private final ExportRules rules;
    private final Clock clock;

    DailySummary(
            ProjectExports exports,
            People people,
            SummaryLog log,
            SummaryMailer mailer,
            ExportRules rules,
            Clock clock) {
        this.exports = exports;
        this.people = people;
        this.log = log;
        this.mailer = mailer;
        this.rules = rules;
        this.clock = clock;
    }

    /** Logins of the approvers who have not had today's summary; empty when nothing waits. */
    public List<String> recipients() {
        if (exports.readyToExport().isEmpty()) {
            return List.of();
        }
        Set<String> served = log.claimed(today());
        return people.approvers().stream()
                .filter(approver -> approver.email() != null && !served.contains(approver.userId()))
                .map(Person::userId)
                .toList();
    }

    /**
     * Sends today's summary to one approver, unless it was sent, nothing waits any more, or the person is no approver any more.
     *
     * @throws RuntimeException when the mail server did not take it; to be tried again
     */
    public void send(String userId) {
        Person approver = people.person(userId);
        List<ProjectExport> waiting = exports.readyToExport();
        boolean wanted = approver.may(Privilege.APPROVE) && approver.email() != null && !waiting.isEmpty();
        // claimed and committed before the mail goes out: a crash in between costs one reminder, never sends two
        if (wanted && log.claim(userId, today())) {
            deliver(summary(approver, waiting), userId);
        }
    }

    private void deliver(Summary summary, String userId) {
        try {
            mailer.send(summary);
        } catch (RuntimeException notTaken) {
            log.release(userId, summary.day());
            throw notTaken;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), rules.timeZone());
    }

    private Summary summary(Person approver, List<ProjectExport> waiting) {
        Map<String, String> names = people.names(
                waiting.stream().map(e -> e.submission().submitter()).toList());
        LocalDate day = today();
        return new Summary(
                "summary-%s-%s".formatted(day, approver.userId()),
                approver.email(),
                approver.name(),
                day,
                waiting.stream().map(e -> line(e, names)).toList());
    }

    private static Summary.Waiting line(ProjectExport export, Map<String, String> names) {
        String submitter = export.submission().submitter();
        return new Summary.Waiting(
                export.id(),
                export.project().number(),
                export.project().name(),
                names.getOrDefault(submitter, submitter),
                export.submission().submittedAt());
    }
}
