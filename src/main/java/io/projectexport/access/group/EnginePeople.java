package io.projectexport.access.group;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.projectexport.export.permission.GroupName;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.text.EmailAddress;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The engine's users as people of the business; nothing is cached, so that losing a group counts at once. */
@Component
public class EnginePeople implements People {

    /** Those with the address as it is sent, and the few with a spelling that only Java can compare. */
    private static final String BY_EMAIL =
            "select * from ACT_ID_USER where lower(EMAIL_) = #{email} or EMAIL_ like '%.'"
                    + " or translate(lower(EMAIL_), 'abcdefghijklmnopqrstuvwxyz0123456789@._+-', '') <> ''";

    /** The groups that add to what every approver may do. */
    private static final Set<UserGroup> BESIDE_APPROVERS =
            EnumSet.of(UserGroup.PORTFOLIO, UserGroup.PROCESS_OWNERS, UserGroup.ADMINS);

    private final EngineIdentities identities;

    public EnginePeople(EngineIdentities identities) {
        this.identities = identities;
    }

    @Override
    public Person person(String userId) {
        return identities
                .user(userId)
                .map(this::withPrivileges)
                .orElseGet(() -> new Person(userId, nameOfNobody(userId), null, Set.of()));
    }

    @Override
    public Optional<Person> byEmail(String email) {
        List<User> found = usersOf(email);
        return found.size() == 1 ? found.stream().findFirst().map(this::withPrivileges) : Optional.empty();
    }

    @Override
    public boolean takesMail(String email) {
        List<User> owners = usersOf(email);
        return owners.isEmpty() || !owners.stream().allMatch(Deactivation::isOf);
    }

    private List<User> usersOf(String email) {
        return identities
                .ask(identity -> identity.createNativeUserQuery()
                        .sql(BY_EMAIL)
                        .parameter("email", EmailAddress.key(email))
                        .list())
                .stream()
                .filter(user -> EmailAddress.same(user.getEmail(), email))
                .toList();
    }

    @Override
    public List<Person> approvers() {
        Map<UserGroup, Set<String>> others =
                BESIDE_APPROVERS.stream().collect(toMap(group -> group, group -> ids(identities.members(group))));
        return identities.members(UserGroup.ACCOUNTING_APPROVERS).stream()
                .map(user -> person(user, approverGroups(user, others)))
                .toList();
    }

    @Override
    public List<Person> erpAdmins() {
        return members(UserGroup.ERP_ADMIN);
    }

    @Override
    public List<Person> administrators() {
        return members(UserGroup.ADMINS);
    }

    @Override
    public Set<String> groups(String userId) {
        return identities.groupsOf(userId);
    }

    @Override
    public List<Person> members(Set<String> groups) {
        return groups.stream()
                .flatMap(group -> identities.members(group).stream())
                .collect(toMap(User::getId, user -> user, (one, same) -> one, TreeMap::new))
                .values()
                .stream()
                .map(this::withPrivileges)
                .toList();
    }

    @Override
    public String groupNames(Set<String> groups) {
        if (groups.isEmpty()) {
            return "whoever it is assigned to";
        }
        List<String> names = identities
                .ask(identity -> identity.createGroupQuery()
                        .groupIdIn(groups.toArray(String[]::new))
                        .orderByGroupName()
                        .asc()
                        .list())
                .stream()
                .map(group -> group.getName() == null ? group.getId() : group.getName())
                .map(GroupName::inSentence)
                .toList();
        return names.isEmpty() ? String.join(" or ", groups) : String.join(" or ", names);
    }

    @Override
    public long countUnreachable() {
        return identities.ask(identity -> identity.createUserQuery().list()).stream()
                .filter(user -> !Deactivation.isOf(user))
                .map(User::getEmail)
                .filter(StringUtils::hasText)
                .filter(email -> EmailAddress.problem(email.strip()).isPresent())
                .count();
    }

    private List<Person> members(UserGroup group) {
        return identities.members(group).stream().map(this::withPrivileges).toList();
    }

    @Override
    public Map<String, String> names(Collection<String> userIds) {
        Map<String, String> names = users(userIds).stream().collect(toMap(User::getId, EnginePeople::name));
        userIds.forEach(userId -> names.putIfAbsent(userId, nameOfNobody(userId)));
        return names;
    }

    private List<User> users(Collection<String> userIds) {
        if (userIds.isEmpty()) {
            return List.of();
        }
        String[] ids = new HashSet<>(userIds).toArray(String[]::new);
        return identities.ask(
                identity -> identity.createUserQuery().userIdIn(ids).list());
    }

    private Person withPrivileges(User user) {
        return person(user, UserGroup.of(identities.groupsOf(user.getId())));
    }

    private static Set<String> ids(List<User> users) {
        return users.stream().map(User::getId).collect(toSet());
    }

    private static Set<UserGroup> approverGroups(User approver, Map<UserGroup, Set<String>> others) {
        Set<UserGroup> groups = EnumSet.of(UserGroup.ACCOUNTING_APPROVERS);
        others.forEach((group, members) -> {
            if (members.contains(approver.getId())) {
                groups.add(group);
            }
        });
        return groups;
    }

    private static Person person(User user, Set<UserGroup> groups) {
        // whoever is deactivated gets no mail, from wherever
        String email = StringUtils.hasText(user.getEmail()) && !Deactivation.isOf(user)
                ? user.getEmail().strip()
                : null;
        return new Person(user.getId(), name(user), email, Privileges.of(groups));
    }

    /** What the tool itself did is no user's. */
    private static String nameOfNobody(String userId) {
        return HistoryEntry.SYSTEM.equals(userId) ? HistoryEntry.SYSTEM_NAME : userId;
    }

    private static String name(User user) {
        String name = String.join(
                " ",
                Stream.of(user.getFirstName(), user.getLastName())
                        .filter(StringUtils::hasText)
                        .map(String::strip)
                        .toList());
        return name.isEmpty() ? user.getId() : name;
    }
}
