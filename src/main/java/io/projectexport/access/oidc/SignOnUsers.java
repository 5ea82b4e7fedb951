package io.projectexport.access.oidc;

import io.projectexport.access.group.Deactivation;
import io.projectexport.access.group.EngineIdentities;
import io.projectexport.access.group.UserGroup;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/**
 * Synchronises the engine's users with what single sign-on says of them, so that every interface asks the same place for groups. Users who
 * were not made by single sign-on are never touched.
 */
@Component
class SignOnUsers {

    private static final String LINKED = "select U.* from ACT_ID_USER U join ACT_ID_INFO I on I.USER_ID_ = U.ID_"
            + " where I.KEY_ = '" + EngineIdentities.SIGN_ON_LINK + "' and I.VALUE_ = #{link}";
    private static final String NAMED_ALIKE = "select * from ACT_ID_USER where lower(ID_) = lower(#{id})";

    /** Key of the engine's user info with the name at the provider, where the id is another. */
    private static final String OTHER_NAME = "single-sign-on-name";

    private static final int TRIES = 5;

    private final EngineIdentities identities;

    SignOnUsers(EngineIdentities identities) {
        this.identities = identities;
    }

    /**
     * The person's user id, after name, e-mail address and groups are those of now.
     *
     * @throws SignOnRefused when the person cannot have a user here
     */
    String update(OidcPerson person) {
        for (int tried = 1; ; tried++) {
            try {
                return identities.ask(users -> update(person, users));
            } catch (ProcessEngineException | SignOnRefused failure) {
                // another login of the same person may have got in the way, and made the user in the meantime
                if (tried == TRIES) {
                    throw failure;
                }
            }
        }
    }

    private static String update(OidcPerson person, IdentityService users) {
        Optional<User> linked = linked(person, users);
        linked.filter(Deactivation::isOf).ifPresent(user -> {
            throw new SignOnRefused(SignOnProblem.DEACTIVATED, "The user id is: " + user.getId());
        });
        User user = linked.orElseGet(() -> users.newUser(freeId(person, users)));
        person.describe(user);
        users.saveUser(user);
        if (linked.isEmpty()) {
            users.setUserInfo(user.getId(), EngineIdentities.SIGN_ON_LINK, person.link());
            if (!user.getId().equals(person.userId())) {
                users.setUserInfo(user.getId(), OTHER_NAME, person.userId());
            }
        }
        updateGroups(user.getId(), person.groups(), users);
        return user.getId();
    }

    private static Optional<User> linked(OidcPerson person, IdentityService users) {
        return users.createNativeUserQuery().sql(LINKED).parameter("link", person.link()).list().stream()
                .findFirst();
    }

    private static String freeId(OidcPerson person, IdentityService users) {
        if (person.userId() == null) {
            throw new SignOnRefused(SignOnProblem.NO_USER_NAME, "There is none.");
        }
        SignOnName name = new SignOnName(person.userId(), person.link());
        if (name.isUserId()) {
            Optional<User> first = namedAlike(name.name(), users);
            if (first.isEmpty()) {
                return name.name();
            }
            // whoever has it by their own name keeps it, and nobody else gets in by that name
            if (users.getUserInfo(first.get().getId(), OTHER_NAME) == null) {
                throw taken(name.name());
            }
        }
        return Stream.of(name.readable(), name.unique())
                .filter(SignOnName::isUserId)
                .filter(id -> namedAlike(id, users).isEmpty())
                .findFirst()
                .orElseThrow(() -> taken(name.unique()));
    }

    private static SignOnRefused taken(String id) {
        return new SignOnRefused(SignOnProblem.TAKEN, "The user id would be: " + id);
    }

    private static Optional<User> namedAlike(String id, IdentityService users) {
        return users.createNativeUserQuery().sql(NAMED_ALIKE).parameter("id", id).list().stream()
                .findFirst();
    }

    private static void updateGroups(String userId, Set<UserGroup> wanted, IdentityService users) {
        for (UserGroup group : UserGroup.values()) {
            if (!group.isGiven()) {
                continue;
            }
            boolean member = users.createGroupQuery()
                            .groupId(group.id())
                            .groupMember(userId)
                            .count()
                    > 0;
            if (wanted.contains(group) && !member) {
                users.createMembership(userId, group.id());
            } else if (member && !wanted.contains(group)) {
                users.deleteMembership(userId, group.id());
            }
        }
    }
}
