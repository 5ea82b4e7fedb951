package io.projectexport.access.people;

import io.projectexport.access.group.Deactivation;
import io.projectexport.access.group.EngineIdentities;
import io.projectexport.access.group.UserGroup;
import io.projectexport.export.people.Account;
import io.projectexport.export.people.AccountDirectory;
import io.projectexport.export.people.AccountFilter;
import io.projectexport.export.people.AccountPage;
import io.projectexport.export.people.Right;
import io.projectexport.export.permission.GroupIds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adapter of the port {@link AccountDirectory}, in the engine's tables: its queries would ask again for each user's groups. */
@Component
class EngineAccountDirectory implements AccountDirectory {

    /** Everybody with the groups and what filters ask. */
    private static final String KNOWN = """
            with membership as (
                select USER_ID_ as user_id, string_agg(GROUP_ID_, ',') as group_ids,
                       count(case when GROUP_ID_ = '{push}' then 1 end) > 0 as pushes,
                       count(case when GROUP_ID_ in ('{erpStandard}', '{erpAdmin}') then 1 end) > 0 as has_erp,
                       count(case when GROUP_ID_ = '{admins}' then 1 end) > 0 as administers
                from ACT_ID_MEMBERSHIP group by USER_ID_),
            known as (
                select u.ID_ as id, u.FIRST_ as first_name, u.LAST_ as last_name, u.EMAIL_ as email,
                       u.PWD_ is not null as has_password,
                       coalesce(u.LOCK_EXP_TIME_ > timestamp '{nearlyNever} 00:00:00', false) as deactivated,
                       exists (select 1 from ACT_ID_INFO i where i.USER_ID_ = u.ID_ and i.KEY_ = '{link}') as linked,
                       lower(coalesce(nullif(trim(concat(u.FIRST_, ' ', u.LAST_)), ''), u.ID_)) as sorted_by,
                       {searched} as searched,
                       m.group_ids, coalesce(m.pushes, false) as pushes, coalesce(m.has_erp, false) as has_erp,
                       coalesce(m.administers, false) as administers
                from ACT_ID_USER u left join membership m on m.user_id = u.ID_)
            """.replace("{push}", GroupIds.CAN_PUSH_TO_ACCOUNTING)
            .replace("{erpStandard}", GroupIds.ERP_STANDARD)
            .replace("{erpAdmin}", GroupIds.ERP_ADMIN)
            .replace("{admins}", GroupIds.ADMINS)
            .replace("{nearlyNever}", Deactivation.NEARLY_NEVER.toString())
            .replace("{searched}", AccountSearch.IN)
            .replace("{link}", EngineIdentities.SIGN_ON_LINK);

    private static final String PAGE = KNOWN + """
            , counted as (
                select {counts}, count(case when {filter} and {search} then 1 end) as total from known)
            select counted.*, shown.* from counted left join (
                select * from known where {filter} and {search} order by sorted_by, id limit :size offset :from) shown on true
            order by shown.sorted_by, shown.id
            """;

    private static final String ONE = KNOWN + "select * from known where id = :id";
    private static final String ALIKE = "select ID_ from ACT_ID_USER where lower(ID_) = lower(:id)";
    private static final String DEACTIVATED_AT =
            "select min(VALUE_) from ACT_ID_INFO where USER_ID_ = :id and KEY_ = '" + AccountKeys.DEACTIVATED + "'";

    private final JdbcClient jdbc;

    EngineAccountDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public AccountPage page(AccountFilter filter, String search, int page, int size) {
        List<String> words = AccountSearch.words(search);
        String sql = PAGE.replace("{counts}", counts())
                .replace("{filter}", condition(filter))
                .replace("{search}", AccountSearch.condition(words));
        JdbcClient.StatementSpec query = jdbc.sql(sql).param("size", size).param("from", (long) page * size);
        query = query.params(AccountSearch.parameters(words));
        Found found = new Found();
        query.query(found::add);
        return found.page();
    }

    /** Rows of one query: the counts stand in each, and in one without an account where there is none. */
    private static final class Found {

        private final List<Account> accounts = new ArrayList<>();
        private final Map<AccountFilter, Long> counts = new EnumMap<>(AccountFilter.class);
        private long total;

        void add(ResultSet row) throws SQLException {
            total = row.getLong("total");
            for (AccountFilter filter : AccountFilter.values()) {
                counts.put(filter, row.getLong(column(filter)));
            }
            if (row.getString("id") != null) {
                accounts.add(account(row, 0));
            }
        }

        AccountPage page() {
            return new AccountPage(accounts, total, counts);
        }
    }

    @Override
    public Optional<Account> find(String userId) {
        // PostgreSQL takes no such character, and no user has one
        return jdbc.sql(ONE)
                .param("id", userId.replace("\0", ""))
                .query(EngineAccountDirectory::account)
                .optional();
    }

    @Override
    public Optional<String> alike(String userId) {
        return jdbc.sql(ALIKE).param("id", userId).query(String.class).list().stream()
                .findFirst();
    }

    @Override
    public Optional<Instant> deactivatedAt(String userId) {
        return jdbc.sql(DEACTIVATED_AT).param("id", userId).query(String.class).list().stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(Instant::parse);
    }

    private static String counts() {
        return Arrays.stream(AccountFilter.values())
                .map(filter -> "count(case when %s then 1 end) as %s".formatted(condition(filter), column(filter)))
                .collect(Collectors.joining(", "));
    }

    private static String column(AccountFilter filter) {
        return "number_of_" + filter.name().toLowerCase(Locale.ROOT);
    }

    private static String condition(AccountFilter filter) {
        return switch (filter) {
            case ALL -> "true";
            case APPROVERS -> "pushes and has_erp";
            case NO_APPROVERS_YET -> "pushes and not has_erp";
            case ADMINISTRATORS -> "administers";
            case DEACTIVATED -> "deactivated";
        };
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        String list = row.getString("group_ids");
        List<String> groups =
                list == null ? List.of() : Stream.of(list.split(",")).sorted().toList();
        return new Account(
                row.getString("id"),
                row.getString("first_name"),
                row.getString("last_name"),
                email(row),
                Right.of(groups),
                groups.stream().filter(EngineAccountDirectory::isOwn).toList(),
                !row.getBoolean("deactivated"),
                login(row));
    }

    private static boolean isOwn(String group) {
        return Arrays.stream(UserGroup.values()).noneMatch(known -> known.id().equals(group));
    }

    private static String email(ResultSet row) throws SQLException {
        String email = row.getString("email");
        return email == null || email.isBlank() ? null : email.strip();
    }

    private static Account.Login login(ResultSet row) throws SQLException {
        if (row.getBoolean("linked")) {
            return Account.Login.SINGLE_SIGN_ON;
        }
        return row.getBoolean("has_password") ? Account.Login.PASSWORD : Account.Login.NO_PASSWORD;
    }
}
