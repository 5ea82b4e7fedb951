package io.projectexport.persistence.migration;

import io.projectexport.export.text.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Makes the projects of earlier releases searchable by {@link SearchText}, which SQL cannot compute: without accents, and by their address. */
@Component
class V27__search_words extends BaseJavaMigration {

    private static final String NEXT = "select * from project_export where id > ? order by id limit 1000";
    private static final int MAX_NAME_SEARCHED = 100;
    private static final int MAX_SEARCHED = 850;
    private static final List<String> SEARCHED = List.of(
            "project_number",
            "project_name",
            "client",
            "submitter",
            "submitter_name",
            "street",
            "city",
            "postal_code",
            "state");

    @Override
    public void migrate(Context context) {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        UUID last = new UUID(0, 0);
        while (last != null) {
            last = migrateAfter(last, jdbc);
        }
    }

    /** The last id of these; null when there is none. */
    private static UUID migrateAfter(UUID first, JdbcTemplate jdbc) {
        List<Object[]> changes = new ArrayList<>();
        jdbc.query(
                NEXT,
                row -> {
                    List<String> texts = new ArrayList<>();
                    for (String column : SEARCHED) {
                        String text = row.getString(column);
                        texts.add(column.equals("submitter_name") ? cut(text, MAX_NAME_SEARCHED) : text);
                    }
                    Stream<String> known = texts.stream().filter(Objects::nonNull);
                    changes.add(
                            new Object[] {cut(SearchText.of(known), MAX_SEARCHED), row.getObject("id", UUID.class)});
                },
                first);
        jdbc.batchUpdate("update project_export set search_text = ? where id = ?", changes);
        return changes.isEmpty() ? null : (UUID) changes.get(changes.size() - 1)[1];
    }

    private static String cut(String text, int longest) {
        return text == null ? null : text.substring(0, Math.min(text.length(), longest));
    }
}
