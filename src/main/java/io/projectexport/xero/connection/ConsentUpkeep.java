package io.projectexport.xero.connection;

import io.projectexport.export.connection.ConnectionBreak;
import io.projectexport.export.connection.ConnectionBreaks;
import io.projectexport.xero.client.TenantChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;

/** What a consent needs even when nobody uses it: it is kept alive, and what is wrong with it is noticed. */
class ConsentUpkeep {

    /** Far below the 60 days after which Xero ends what is not used. */
    private static final Duration WEEK = Duration.ofDays(7);

    private final ConsentTokens tokens;
    private final ConnectionBreaks breaks;
    private final ApplicationEventPublisher events;
    private String lastTenant;

    ConsentUpkeep(ConsentTokens tokens, ConnectionBreaks breaks, ApplicationEventPublisher events) {
        this.tokens = tokens;
        this.breaks = breaks;
        this.events = events;
    }

    /** Each does its own, and the last even when the ones before failed, since that may be what it notices. */
    List<Runnable> steps() {
        return List.of(this::noticeTenant, () -> tokens.keepAlive(WEEK), tokens::checkAgain, this::noticeProblem);
    }

    /** Each node notices by itself, since only one of them has the administrator's session. */
    private void noticeTenant() {
        String tenant = tokens.organisation().orElse(null);
        if (!Objects.equals(tenant, lastTenant)) {
            lastTenant = tenant;
            events.publishEvent(new TenantChanged());
        }
    }

    private void noticeProblem() {
        tokens.problem().ifPresent(problem -> {
            Instant now = breaks.now();
            breaks.change(known -> Optional.of(ConnectionBreak.refused(known, problem.getMessage(), now)));
        });
    }
}
