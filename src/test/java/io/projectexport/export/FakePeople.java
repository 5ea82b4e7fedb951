package io.projectexport.export;

import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** People in memory, for tests of the business. */
public final class FakePeople implements People {

    private final Map<String, Person> people = new TreeMap<>();
    private final Map<String, Person> erpAdmins = new TreeMap<>();
    private final Map<String, Set<String>> groups = new TreeMap<>();
    private final Set<String> left = new TreeSet<>();

    /** Adds or changes a person; name and e-mail address follow from the login. */
    public Person with(String userId, Privilege... privileges) {
        return with(new Person(userId, "Name of " + userId, userId + "@example.com", Set.of(privileges)));
    }

    public Person with(Person person) {
        people.put(person.userId(), person);
        return person;
    }

    @Override
    public Person person(String userId) {
        return people.getOrDefault(userId, new Person(userId, userId, null, Set.of()));
    }

    @Override
    public Optional<Person> byEmail(String email) {
        return people.values().stream().filter(p -> p.hasEmail(email)).findFirst();
    }

    /** Its person left. */
    public void takesNoMail(String email) {
        left.add(email);
    }

    @Override
    public boolean takesMail(String email) {
        return !left.contains(email);
    }

    @Override
    public List<Person> approvers() {
        return people.values().stream().filter(p -> p.may(Privilege.APPROVE)).toList();
    }

    /** Puts a person, whom this also adds or changes, into {@code erp-admin}. */
    public void withErpAdmin(Person person) {
        erpAdmins.put(person.userId(), with(person));
    }

    @Override
    public List<Person> erpAdmins() {
        return List.copyOf(erpAdmins.values());
    }

    @Override
    public List<Person> administrators() {
        return people.values().stream().filter(p -> p.may(Privilege.ADMINISTER)).toList();
    }

    /** Puts a person into a group. */
    public void inGroup(String userId, String group) {
        groups.computeIfAbsent(userId, nobody -> new TreeSet<>()).add(group);
    }

    @Override
    public Set<String> groups(String userId) {
        return groups.getOrDefault(userId, Set.of());
    }

    @Override
    public List<Person> members(Set<String> wanted) {
        return people.values().stream()
                .filter(person -> groups(person.userId()).stream().anyMatch(wanted::contains))
                .toList();
    }

    @Override
    public String groupNames(Set<String> groups) {
        return groups.stream().sorted().map(group -> "Group " + group).collect(Collectors.joining(" or "));
    }

    @Override
    public long countUnreachable() {
        return people.values().stream()
                .filter(p -> p.email() != null && !p.getsMail())
                .count();
    }

    @Override
    public Map<String, String> names(Collection<String> userIds) {
        return userIds.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> person(id).name()));
    }
}
