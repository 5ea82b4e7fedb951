package io.projectexport.access.group;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.identity.User;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Cache of users and their groups for the time of one HTTP request, whose login, rules and page all ask for the same person; the next
 * request sees what has changed since. Work outside of requests asks anew each time.
 */
final class RequestIdentities {

    private static final String ATTRIBUTE = RequestIdentities.class.getName();

    private final Map<String, Optional<User>> users = new HashMap<>();
    private final Map<String, Set<String>> groups = new HashMap<>();

    private RequestIdentities() {}

    static Optional<User> user(String userId, Supplier<Optional<User>> lookUp) {
        return current().users.computeIfAbsent(userId, id -> lookUp.get());
    }

    static Set<String> groupsOf(String userId, Supplier<Set<String>> lookUp) {
        return current().groups.computeIfAbsent(userId, id -> lookUp.get());
    }

    static void remember(User user, Set<String> groups) {
        current().users.put(user.getId(), Optional.of(user));
        current().groups.put(user.getId(), groups);
    }

    /** For who changes a user or a group and reads it again within the same request. */
    static void forget() {
        current().users.clear();
        current().groups.clear();
    }

    private static RequestIdentities current() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return new RequestIdentities();
        }
        if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof RequestIdentities known) {
            return known;
        }
        RequestIdentities none = new RequestIdentities();
        request.setAttribute(ATTRIBUTE, none, RequestAttributes.SCOPE_REQUEST);
        return none;
    }
}
