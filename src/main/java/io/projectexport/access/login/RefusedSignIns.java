package io.projectexport.access.login;

import io.projectexport.access.group.EngineIdentities;
import io.projectexport.access.password.Guesser;
import io.projectexport.export.audit.Actor;
import io.projectexport.export.audit.AuditKind;
import io.projectexport.export.audit.AuditedChange;
import io.projectexport.export.audit.WriteAudit;
import jakarta.annotation.PreDestroy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Logins that were refused, counted in memory and written once a minute, a line for each user and network, so that whoever guesses fills
 * no table, and waits for none, whose time would tell which names there are. Names that nobody has are not kept, since people type their
 * password there, too.
 */
@Component
public class RefusedSignIns {

    /** Of names and networks within a minute; what comes beyond is counted together. */
    private static final int MOST = 20;

    /** Longer names are nobody's, and so are those that PostgreSQL cannot ask for. */
    private static final int LONGEST_NAME = 255;

    private static final Tried OTHERS = new Tried(new Actor(Actor.UNKNOWN, "many addresses"), "Refused");

    private final EngineIdentities identities;
    private final WriteAudit audit;
    private Map<Tried, Long> counts = new HashMap<>();

    RefusedSignIns(EngineIdentities identities, WriteAudit audit) {
        this.identities = identities;
        this.audit = audit;
    }

    private record Tried(Actor actor, String why) {}

    synchronized void add(Actor actor, String why) {
        boolean isNobodys =
                actor.userId().length() > LONGEST_NAME || actor.userId().indexOf('\0') >= 0;
        String name = isNobodys ? Actor.UNKNOWN : actor.userId();
        Tried tried = new Tried(new Actor(name, Guesser.network(actor.address())), why);
        boolean hasRoom = counts.containsKey(tried) || counts.size() < MOST;
        counts.merge(hasRoom ? tried : OTHERS, 1L, Long::sum);
    }

    /** Writes what was refused since the last time; at the end of the application, too. */
    @PreDestroy
    @Scheduled(fixedRate = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    public void write() {
        Map<Tried, Long> refused = take();
        if (refused.isEmpty()) {
            return;
        }
        try {
            identities.ask(users -> {
                write(refused, users);
                return null;
            });
        } catch (RuntimeException failure) {
            putBack(refused);
            throw failure;
        }
    }

    private synchronized Map<Tried, Long> take() {
        Map<Tried, Long> taken = counts;
        counts = new HashMap<>();
        return taken;
    }

    private synchronized void putBack(Map<Tried, Long> refused) {
        refused.forEach((tried, times) -> counts.merge(tried, times, Long::sum));
    }

    private void write(Map<Tried, Long> refused, IdentityService identity) {
        String[] names =
                refused.keySet().stream().map(tried -> tried.actor().userId()).toArray(String[]::new);
        Set<String> users = identity.createUserQuery().userIdIn(names).list().stream()
                .map(User::getId)
                .collect(Collectors.toSet());
        refused.entrySet().stream()
                .collect(Collectors.groupingBy(
                        count -> known(count.getKey(), users), Collectors.summingLong(Map.Entry::getValue)))
                .forEach((tried, times) -> audit.write(
                        tried.actor(), AuditedChange.of(AuditKind.REFUSED_SIGN_IN, tried.why(), null), times));
    }

    private static Tried known(Tried tried, Set<String> users) {
        boolean isKnown = users.contains(tried.actor().userId());
        return isKnown
                ? tried
                : new Tried(new Actor(Actor.UNKNOWN, tried.actor().address()), tried.why());
    }
}
