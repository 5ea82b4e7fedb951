package io.projectexport.local;

import io.projectexport.export.summary.DailySummary;
import io.projectexport.export.summary.SummaryClaims;
import io.projectexport.process.model.DailySummaryProcess;
import io.projectexport.sandbox.PageAction;
import io.projectexport.sandbox.SandboxXero;
import java.time.LocalDate;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Offers the daily summary at any moment, as often as somebody likes to see it. It is an instance of its own, so that the timer, and with it the
 * next summary, stays where it is.
 */
class SummaryNow {

    static final String LABEL = "Send the daily summary now";

    private static final String START = "startEvent_onceADay";

    private final RuntimeService runtime;
    private final DailySummary summary;
    private final SummaryClaims claims;
    private final CapturedMail mail;
    private final SandboxXero xero;

    SummaryNow(
            RuntimeService runtime, DailySummary summary, SummaryClaims claims, CapturedMail mail, SandboxXero xero) {
        this.runtime = runtime;
        this.summary = summary;
        this.claims = claims;
        this.mail = mail;
        this.xero = xero;
    }

    @EventListener(ApplicationReadyEvent.class)
    void offer() {
        xero.offer(new PageAction(
                LABEL,
                "It reminds each approver of the projects that wait, and else goes out once a day.",
                this::send));
    }

    private String send() {
        LocalDate today = summary.today();
        claims.claimed(today).forEach(userId -> claims.release(userId, today));
        int readers = summary.recipients(today).size();
        runtime.createProcessInstanceByKey(DailySummaryProcess.KEY)
                .startBeforeActivity(START)
                .execute();
        return readers == 0
                ? "Nobody gets a mail, because no project waits for a decision."
                : "%d people get a mail, which is at %s in a moment.".formatted(readers, mail.url());
    }
}
