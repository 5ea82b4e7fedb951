package io.projectexport.access.people;

import static io.projectexport.access.group.UserGroup.ADMINS;
import static io.projectexport.access.group.UserGroup.CAN_PUSH_TO_ACCOUNTING;
import static io.projectexport.access.group.UserGroup.ERP_ADMIN;
import static io.projectexport.access.group.UserGroup.ERP_STANDARD;
import static io.projectexport.access.group.UserGroup.PORTFOLIO;
import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.access.TestEngine;
import io.projectexport.access.group.EngineIdentities;
import io.projectexport.access.group.UserGroup;
import io.projectexport.export.people.Account;
import io.projectexport.export.people.AccountFilter;
import io.projectexport.export.people.AccountPage;
import io.projectexport.export.people.Right;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EngineAccountDirectoryTest {

    private static final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:people;DB_CLOSE_DELAY=-1");
    private static final TestEngine engine = new TestEngine(database);

    private final EngineAccountDirectory directory = new EngineAccountDirectory(JdbcClient.create(database));

    @BeforeAll
    static void people() {
        engine.setUp(TestEngine.NO_ADMIN);
        describe("ann", "Ann", "Öberg", CAN_PUSH_TO_ACCOUNTING, ERP_STANDARD);
        describe("bob", null, "Bärenz", CAN_PUSH_TO_ACCOUNTING, ERP_ADMIN, PORTFOLIO);
        describe("cyd", "Cyd", "Große", CAN_PUSH_TO_ACCOUNTING);
        describe("dan_100", null, "100%", PORTFOLIO);
        describe("zoe", "Aaron", "Zoe", ADMINS);
        IdentityService users = engine.identityService();
        users.saveGroup(users.newGroup("directors"));
        users.createMembership("ann", "directors");
        users.setUserInfo("cyd", EngineIdentities.SIGN_ON_LINK, "link");
        new EngineIdentities(engine.engine()).deactivate("zoe");
        User bob = users.createUserQuery().userId("bob").singleResult();
        bob.setPassword("correct-horse-9");
        users.saveUser(bob);
    }

    private static void describe(String userId, String firstName, String lastName, UserGroup... groups) {
        User user = engine.user(userId, groups);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setEmail(userId.substring(0, 3) + "@example.com");
        engine.identityService().saveUser(user);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private AccountPage page(AccountFilter filter, String search) {
        return directory.page(filter, search, 0, 50);
    }

    @Test
    void account_tells_what_is_known() {
        Account ann = directory.find("ann").orElseThrow();
        assertThat(ann.name()).isEqualTo("Ann Öberg");
        assertThat(ann.rights()).isEqualTo(Set.of(Right.PUSH, Right.ERP_ACCESS));
        assertThat(ann.otherGroups()).containsExactly("directors");
        assertThat(ann.login()).isEqualTo(Account.Login.NO_PASSWORD);
        assertThat(ann.active()).isTrue();
        assertThat(directory.find("bob").orElseThrow().login()).isEqualTo(Account.Login.PASSWORD);
        assertThat(directory.find("cyd").orElseThrow().isBySingleSignOn()).isTrue();
        assertThat(directory.find("zoe").orElseThrow().active()).isFalse();
        assertThat(directory.find("Ann")).isEmpty();
        assertThat(directory.alike("ANN")).contains("ann");
    }

    @Test
    void list_is_ordered_by_name_and_paged_and_counts_what_every_filter_has() {
        assertThat(page(AccountFilter.ALL, "").accounts())
                .extracting(Account::userId)
                .containsExactly("dan_100", "zoe", "ann", "bob", "cyd");
        AccountPage second = directory.page(AccountFilter.ALL, "", 1, 2);
        assertThat(second.accounts()).extracting(Account::userId).containsExactly("ann", "bob");
        assertThat(second.total()).isEqualTo(5);
        assertThat(second.counts())
                .isEqualTo(Map.of(
                        AccountFilter.ALL, 5L,
                        AccountFilter.APPROVERS, 2L,
                        AccountFilter.NO_APPROVERS_YET, 1L,
                        AccountFilter.ADMINISTRATORS, 1L,
                        AccountFilter.DEACTIVATED, 1L));
        assertThat(directory.page(AccountFilter.ALL, "", 9, 2).total()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVERS, '', ann+bob",
        "NO_APPROVERS_YET, '', cyd",
        "DEACTIVATED, '', zoe",
        "ALL, öberg, ann",
        "ALL, ÖBERG  ann, ann",
        "ALL, oberg, ann",
        "ALL, O\u0308BERG, ann",
        "ALL, barenz, bob",
        "ALL, bärenz, bob",
        "ALL, grosse, cyd",
        "ALL, große, cyd",
        "ALL, bob@EXAMPLE, bob",
        "ALL, _100, dan_100",
        "ALL, %, dan_100",
        "ALL, 'ann bob', ''",
        "APPROVERS, cyd, ''"
    })
    void filter_and_every_word_of_the_search_count(AccountFilter filter, String search, String found) {
        AccountPage page = page(filter, search);

        assertThat(String.join(
                        "+", page.accounts().stream().map(Account::userId).toList()))
                .isEqualTo(found);
        assertThat(page.total()).isEqualTo(page.accounts().size());
    }

    @Test
    void approvers_of_the_list_are_those_of_the_engine() {
        assertThat(page(AccountFilter.APPROVERS, "").accounts())
                .allMatch(Account::isApprover)
                .extracting(Account::userId)
                .containsExactlyElementsOf(engine.people().approvers().stream()
                        .map(person -> person.userId())
                        .toList());
        assertThat(directory.find("cyd").orElseThrow().whyNoApprover()).contains("Needs ERP access as well");
    }
}
