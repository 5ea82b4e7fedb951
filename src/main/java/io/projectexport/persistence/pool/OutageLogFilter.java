package io.projectexport.persistence.pool;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.projectexport.export.outage.DatabaseOutage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;

/**
 * Logback's filter for what libraries say of a failure that comes from an outage: transactions, engine, pool and servlets each write its whole
 * trace, for everybody who fails, where {@link OutageLog} says it once.
 */
@Component
class OutageLogFilter extends TurboFilter {

    private final OutageLog outages;

    OutageLogFilter(OutageLog outages) {
        this.outages = outages;
    }

    @PostConstruct
    void begin() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            start();
            context.addTurboFilter(this);
        }
    }

    @PreDestroy
    void end() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getTurboFilterList().remove(this);
        }
    }

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] arguments, Throwable thrown) {
        Throwable failure = thrown == null ? last(arguments) : thrown;
        if (failure == null || !level.isGreaterOrEqual(Level.INFO)) {
            return FilterReply.NEUTRAL;
        }
        Optional<DatabaseOutage> outage = DatabaseOutage.of(failure);
        outage.ifPresent(outages::note);
        return outage.isPresent() ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    /** Where loggers are given what they are to print the trace of. */
    private static Throwable last(Object[] arguments) {
        boolean isThrown =
                arguments != null && arguments.length > 0 && arguments[arguments.length - 1] instanceof Throwable;
        return isThrown ? (Throwable) arguments[arguments.length - 1] : null;
    }
}
