package io.projectexport.access.oidc;

import io.projectexport.access.group.EngineIdentities;
import io.projectexport.access.group.UserGroup;
import io.projectexport.export.project.HistoryEntry;
import java.util.Optional;
import java.util.Set;
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
    private static final int LONGEST_ID = 64;
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
        User user = linked.orElseGet(() -> users.newUser(freeId(person, users)));
        person.describe(user);
        users.saveUser(user);
        if (linked.isEmpty()) {
            users.setUserInfo(user.getId(), EngineIdentities.SIGN_ON_LINK, person.link());
        }
        updateGroups(user.getId(), person.groups(), users);
        return user.getId();
    }

    private static Optional<User> linked(OidcPerson person, IdentityService users) {
        return users.createNativeUserQuery().sql(LINKED).parameter("link", person.link()).list().stream()
                .findFirst();
    }

    private static String freeId(OidcPerson person, IdentityService users) {
        String id = person.userId();
        if (id == null
                || id.length() > LONGEST_ID
                || !id.matches(EngineIdentities.USER_IDS)
                || HistoryEntry.SYSTEM.equalsIgnoreCase(id)) {
            throw new SignOnRefused(SignOnProblem.NO_USER_NAME, "The user id would be: " + id);
        }
        if (!users.createNativeUserQuery()
                .sql(NAMED_ALIKE)
                .parameter("id", id)
                .list()
                .isEmpty()) {
            throw new SignOnRefused(SignOnProblem.TAKEN, "The user id would be: " + id);
        }
        return id;
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
