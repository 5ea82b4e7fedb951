package io.projectexport.persistence.migration;

import io.projectexport.export.text.ComparableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Compares project numbers, and what is searched, by {@link ComparableText}, which SQL cannot compute. Where several live projects turn out
 * to have one number, the first keeps it and the others keep what they had, so that each can be decided to its end.
 */
@Component
class V21__comparable_text extends BaseJavaMigration {

    /** The expansion of the widest letter of Unicode in each of 50 places. */
    private static final String WIDEN =
            "alter table project_export alter column live_number set data type varchar(1000)";

    private static final String RENUMBER = """
            update project_export set live_number = ? where id = ?
            and not exists (select 1 from project_export other where other.live_number = ?)
            """;

    private static final int ROWS_AT_ONCE = 1000;
    private static final int MAX_SEARCHED = 850;

    @Override
    public void migrate(Context context) {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        jdbc.setFetchSize(ROWS_AT_ONCE);
        jdbc.execute(WIDEN);
        renumber(jdbc);
        makeSearchable(jdbc);
    }

    private static void renumber(JdbcTemplate jdbc) {
        List<Object[]> changes = new ArrayList<>();
        String live = "select id, project_number, live_number from project_export where live_number is not null"
                + " order by submitted_at, id";
        jdbc.query(live, row -> {
            String number = ComparableText.key(row.getString("project_number")).toUpperCase(Locale.ROOT);
            if (!number.equals(row.getString("live_number"))) {
                changes.add(new Object[] {number, row.getObject("id", UUID.class), number});
            }
        });
        changes.forEach(change -> jdbc.update(RENUMBER, change));
    }

    private static void makeSearchable(JdbcTemplate jdbc) {
        List<Object[]> changes = new ArrayList<>();
        jdbc.query("select id, search_text from project_export", row -> {
            String key = ComparableText.key(row.getString("search_text"));
            if (!key.equals(row.getString("search_text"))) {
                String fitting = key.substring(0, Math.min(key.length(), MAX_SEARCHED));
                changes.add(new Object[] {fitting, row.getObject("id", UUID.class)});
            }
        });
        jdbc.batchUpdate("update project_export set search_text = ? where id = ?", changes);
    }
}
