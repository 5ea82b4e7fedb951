package io.projectexport.export.summary;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.summary.SummaryReaders.Reader;
import io.projectexport.export.summary.WaitingProjects.Work;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Use case: reminds accounting approvers, or their deputies, once a day of the projects that wait, as long as any does. */
@Service
public class DailySummary {

    private static final int MAX_FAILED = 10;
    // the JDK's, because the business knows no library
    private static final System.Logger log = System.getLogger(DailySummary.class.getName());

    private final ProjectExports exports;
    private final WaitingProjects waiting;
    private final SummaryClaims claims;
    private final SummaryMailer mailer;
    private final Accounting accounting;
    private final Clock clock;

    DailySummary(
            ProjectExports exports,
            WaitingProjects waiting,
            SummaryClaims claims,
            SummaryMailer mailer,
            Accounting accounting,
            Clock clock) {
        this.exports = exports;
        this.waiting = waiting;
        this.claims = claims;
        this.mailer = mailer;
        this.accounting = accounting;
        this.clock = clock;
    }

    /** The day it is now for the people of this installation. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Logins of those who are to get the day's summary and have not had it; empty when nothing waits. */
    public List<String> recipients(LocalDate day) {
        Set<String> served = claims.claimed(day);
        return waiting.readers(day).stream()
                .map(Reader::userId)
                .filter(userId -> !served.contains(userId))
                .toList();
    }

    /**
     * Sends a day's summary to one person, unless the day is over, it was sent, nothing waits any more, or the person is none of its
     * readers any more.
     *
     * @throws RuntimeException when the mail server did not take it; to be tried again
     */
    public void send(String userId, LocalDate day) {
        if (day.isBefore(today())) {
            log.log(Level.INFO, "The summary of {0} for {1} is dropped, because the day is over.", day, userId);
            return;
        }
        Work work = waiting.of(userId, day);
        // claimed and committed before the mail goes out: a crash in between costs one reminder, never sends two
        if (!work.listed().isEmpty() && claims.claim(userId, day)) {
            deliver(summary(work, day), userId);
        }
    }

    private void deliver(Summary summary, String userId) {
        try {
            mailer.send(summary);
        } catch (RuntimeException notTaken) {
            claims.release(userId, summary.day());
            throw notTaken;
        }
    }

    private Summary summary(Work work, LocalDate day) {
        Reader reader = work.reader();
        return new Summary(
                "summary-%s-%s".formatted(day, reader.userId()),
                reader.person().email(),
                reader.person().name(),
                reader.standsInFor(),
                day,
                work.listed().stream().map(Summary.Waiting::of).toList(),
                work.total(),
                failed(reader),
                accounting.currency().orElse(null));
    }

    /** For those who can retry. */
    private List<Summary.Failed> failed(Reader reader) {
        return reader.person().may(Privilege.APPROVE)
                ? exports.failedToExport(MAX_FAILED).stream()
                        .map(DailySummary::failed)
                        .toList()
                : List.of();
    }

    private static Summary.Failed failed(ProjectExport export) {
        return new Summary.Failed(
                export.id(),
                export.project().number(),
                export.project().name(),
                export.outcome().errors().stream()
                        .map(ExportError::message)
                        .findFirst()
                        .orElse(null));
    }
}
