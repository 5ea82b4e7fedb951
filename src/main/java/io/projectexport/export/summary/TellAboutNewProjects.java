package io.projectexport.export.summary;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.outbox.Outbox;
import io.projectexport.export.outbox.OutboxSender;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.summary.SummaryReaders.Reader;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Use case: tells one approver of the new projects that still wait and about which this person may decide. */
@Service
class TellAboutNewProjects implements OutboxSender {

    static final String KIND = "NEW_PROJECTS";
    // the JDK's, because the business knows no library
    private static final System.Logger log = System.getLogger(TellAboutNewProjects.class.getName());

    private final ProjectExports exports;
    private final ActionRules rules;
    private final SummaryReaders readers;
    private final NewProjectsMailer mailer;
    private final Accounting accounting;
    private final Clock clock;

    TellAboutNewProjects(
            ProjectExports exports,
            ActionRules rules,
            SummaryReaders readers,
            NewProjectsMailer mailer,
            Accounting accounting,
            Clock clock) {
        this.exports = exports;
        this.rules = rules;
        this.readers = readers;
        this.mailer = mailer;
        this.accounting = accounting;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    /** Reads everything anew: others may have decided meanwhile, and this person may want no mail any more. */
    @Override
    public void send(Outbox.Mail mail) {
        LocalDate today = LocalDate.now(clock);
        readers.ofNewProjects(today).stream()
                .filter(reader -> reader.userId().equals(mail.recipient()))
                .forEach(reader -> send(mail, reader, today));
    }

    private void send(Outbox.Mail mail, Reader reader, LocalDate today) {
        List<ProjectExport> waiting = exports.readyToExport(exportIds(mail)).stream()
                .filter(export -> rules.allowed(export, reader.person()).contains(Action.ACCEPT))
                .toList();
        if (!waiting.isEmpty()) {
            mailer.sendNew(summary(mail.noticeId(), reader, today, waiting));
        }
    }

    private static List<UUID> exportIds(Outbox.Mail mail) {
        return Stream.of(mail.content().split(" ")).map(UUID::fromString).toList();
    }

    private Summary summary(String id, Reader reader, LocalDate today, List<ProjectExport> waiting) {
        return new Summary(
                id,
                reader.person().email(),
                reader.person().name(),
                reader.standsInFor(),
                today,
                waiting.stream()
                        .limit(Summary.MAX_LISTED)
                        .map(Summary.Waiting::of)
                        .toList(),
                waiting.size(),
                List.of(),
                accounting.currency().orElse(null));
    }

    /** The daily summary lists what waits, so that nothing is lost with it. */
    @Override
    public void givenUp(Outbox.Mail mail) {
        log.log(Level.WARNING, "Mail {0} to {1} about new projects is given up.", mail.noticeId(), mail.recipient());
    }
}
