package io.projectexport.access.group;

import static io.projectexport.access.group.UserGroup.CAN_PUSH_TO_ACCOUNTING;
import static io.projectexport.access.group.UserGroup.ERP_ADMIN;
import static io.projectexport.access.group.UserGroup.ERP_STANDARD;
import static io.projectexport.access.group.UserGroup.PORTFOLIO;
import static io.projectexport.export.permission.Privilege.ADMINISTER;
import static io.projectexport.export.permission.Privilege.APPROVE;
import static io.projectexport.export.permission.Privilege.READ_ALL;
import static io.projectexport.export.permission.Privilege.SUBMIT;
import static io.projectexport.export.permission.Privilege.WATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.access.TestEngine;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnginePeopleTest {

    private static final List<UserGroup> GIVEN_GROUPS = Arrays.stream(UserGroup.values())
            .filter(group -> group != UserGroup.ACCOUNTING_APPROVERS)
            .toList();

    private static final TestEngine engine = new TestEngine();
    private final People people = engine.people();

    @AfterEach
    void removeUsersAndTasks() {
        engine.removeUsersAndTasks();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void privileges_follow_from_every_combination_of_groups() {
        for (Set<UserGroup> groups : combinations()) {
            String userId = "user" + groups.hashCode();
            engine.user(userId, groups.toArray(UserGroup[]::new));

            assertThat(people.person(userId).privileges())
                    .as("privileges of %s", groups)
                    .isEqualTo(expected(groups));

            engine.identityService().deleteUser(userId);
        }
    }

    @Test
    void approvers_are_the_same_people_as_when_looked_up_one_by_one() {
        engine.user("dan", CAN_PUSH_TO_ACCOUNTING, ERP_ADMIN);
        engine.user("ann", CAN_PUSH_TO_ACCOUNTING, ERP_STANDARD, PORTFOLIO);
        engine.user("bob", CAN_PUSH_TO_ACCOUNTING, ERP_STANDARD, UserGroup.PROCESS_OWNERS, UserGroup.ADMINS);
        engine.user("eve", ERP_STANDARD, PORTFOLIO);

        assertThat(people.approvers())
                .containsExactly(people.person("ann"), people.person("bob"), people.person("dan"));
    }

    @Test
    void erp_administrators_and_administrators_are_the_members_of_this_moment_ordered_by_login() {
        engine.user("erik", ERP_STANDARD);
        engine.user("cleo", ERP_ADMIN);
        engine.user("ada", ERP_ADMIN, CAN_PUSH_TO_ACCOUNTING);
        engine.user("bea", ERP_ADMIN);
        engine.user("root", UserGroup.ADMINS);
        engine.leave("bea", ERP_ADMIN);
        engine.logIn("erik");

        assertThat(people.erpAdmins()).containsExactly(people.person("ada"), people.person("cleo"));
        assertThat(people.administrators()).containsExactly(people.person("root"));
    }

    @Test
    void nobody_is_an_approver_in_a_new_installation() {
        assertThat(people.approvers()).isEmpty();
    }

    @Test
    void losing_a_group_takes_effect_at_once() {
        engine.user("ann", CAN_PUSH_TO_ACCOUNTING, ERP_STANDARD);
        assertThat(people.person("ann").may(APPROVE)).isTrue();

        engine.leave("ann", ERP_STANDARD);

        assertThat(people.person("ann").may(APPROVE)).isFalse();
        assertThat(people.approvers()).isEmpty();
    }

    @Test
    void somebody_unknown_has_no_privileges_and_is_called_by_the_login() {
        assertThat(people.person("ghost")).isEqualTo(new Person("ghost", "ghost", null, Set.of()));
    }

    @Test
    void a_person_is_called_by_first_and_last_name_where_there_are_any() {
        user("ann", "Ann", "Lee", "ann@example.com");
        user("bob", " ", "Ray", " ");
        user("cyd", null, null, null);

        assertThat(people.person("ann")).isEqualTo(new Person("ann", "Ann Lee", "ann@example.com", Set.of()));
        assertThat(people.person("bob")).isEqualTo(new Person("bob", "Ray", null, Set.of()));
        assertThat(people.person("cyd")).isEqualTo(new Person("cyd", "cyd", null, Set.of()));
    }

    @Test
    void names_are_found_together_and_a_login_without_user_stands_for_itself() {
        user("ann", "Ann", "Lee", null);

        assertThat(people.names(List.of("ann", "ghost", "ann"))).isEqualTo(Map.of("ann", "Ann Lee", "ghost", "ghost"));
        assertThat(people.names(List.of())).isEmpty();
    }

    @Test
    void an_email_address_finds_its_user_whatever_the_case() {
        user("ann", "Ann", "Lee", "Ann.Lee@Example.com");
        engine.join("ann", PORTFOLIO);

        assertThat(people.byEmail("ann.lee@example.COM")).contains(people.person("ann"));
        assertThat(people.byEmail("ann_lee@example.com")).isEmpty();
        assertThat(people.byEmail("ann.lee%")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ANN@b\u00FCcher.example",
                "ann@xn--bcher-kva.example",
                "ann@XN--BCHER-KVA.example",
                "ann@bu\u0308cher.example",
                "\uFF41\uFF4E\uFF4E@b\u00FCcher.example",
                "ann@b\u00FCcher.example,",
                "ann@xn--bcher-kva.example.",
                "<ann@b\u00FCcher.example>",
                "\u200Eann@b\u00FCcher.example"
            })
    void an_email_address_finds_its_user_however_either_is_spelled(String spelling) {
        user("ann", "Ann", "Lee", "ann@b\u00FCcher.example");
        user("bob", "Bob", "Ray", "bob@example.com");
        assertThat(people.byEmail(spelling)).contains(people.person("ann"));

        User ann = engine.identityService().createUserQuery().userId("ann").singleResult();
        ann.setEmail(spelling);
        engine.identityService().saveUser(ann);

        assertThat(people.byEmail("ann@b\u00FCcher.example")).contains(people.person("ann"));
        assertThat(people.byEmail("ann@xn--bcher-kva.example")).contains(people.person("ann"));
    }

    @Test
    void an_email_address_of_several_users_finds_none_of_them() {
        user("ann", "Ann", "Lee", "office@example.com");
        user("bob", "Bob", "Ray", "OFFICE@example.com");

        assertThat(people.byEmail("office@example.com")).isEmpty();
    }

    @Test
    void answers_do_not_depend_on_who_is_logged_in() {
        user("ann", "Ann", "Lee", "ann@example.com");
        engine.join("ann", CAN_PUSH_TO_ACCOUNTING);
        engine.join("ann", ERP_STANDARD);
        Person ann = people.person("ann");
        engine.user("eve");
        engine.logIn("eve");

        assertThat(ann.privileges()).containsExactlyInAnyOrder(APPROVE, READ_ALL);
        assertThat(people.person("ann")).isEqualTo(ann);
        assertThat(people.byEmail("ann@example.com")).contains(ann);
        assertThat(people.approvers()).containsExactly(ann);
        assertThat(people.names(List.of("ann"))).containsEntry("ann", "Ann Lee");
        assertThat(engine.identityService().createUserQuery().userId("ann").count())
                .as("what the engine itself shows")
                .isZero();
    }

    private void user(String userId, String firstName, String lastName, String email) {
        User user = engine.user(userId);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setEmail(email);
        engine.identityService().saveUser(user);
    }

    private static List<Set<UserGroup>> combinations() {
        return IntStream.range(0, 1 << GIVEN_GROUPS.size())
                .mapToObj(EnginePeopleTest::combination)
                .toList();
    }

    private static Set<UserGroup> combination(int bits) {
        Set<UserGroup> groups = EnumSet.noneOf(UserGroup.class);
        IntStream.range(0, GIVEN_GROUPS.size())
                .filter(bit -> (bits & 1 << bit) != 0)
                .forEach(bit -> groups.add(GIVEN_GROUPS.get(bit)));
        return groups;
    }

    private static Set<Privilege> expected(Set<UserGroup> groups) {
        Set<Privilege> privileges = EnumSet.noneOf(Privilege.class);
        boolean inErp = groups.contains(ERP_STANDARD) || groups.contains(ERP_ADMIN);
        if (groups.contains(PORTFOLIO)) {
            privileges.add(SUBMIT);
        }
        if (inErp && groups.contains(CAN_PUSH_TO_ACCOUNTING)) {
            privileges.add(APPROVE);
        }
        if (inErp || groups.contains(UserGroup.PROCESS_OWNERS) || groups.contains(UserGroup.ADMINS)) {
            privileges.add(READ_ALL);
        }
        if (groups.contains(UserGroup.ADMINS)) {
            privileges.addAll(Set.of(WATCH, ADMINISTER));
        }
        if (groups.contains(UserGroup.PROCESS_OWNERS)) {
            privileges.add(WATCH);
        }
        return privileges;
    }
}
