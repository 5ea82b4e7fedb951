package io.projectexport.persistence.audit;

import io.projectexport.export.audit.StartSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link StartSettings}, in the table {@code start_setting}; the row of {@code application_start} keeps the nodes apart. */
@Repository
@Transactional
class JdbcStartSettings implements StartSettings {

    private final JdbcClient jdbc;

    JdbcStartSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Map<String, String>> replace(Map<String, String> settings) {
        boolean isFirst = jdbc.sql("select number from application_start where id = 1 for update")
                        .query(Long.class)
                        .single()
                == 0;
        Map<String, String> before = before();
        if (isFirst || !before.equals(settings)) {
            jdbc.sql("delete from start_setting").update();
            settings.forEach((name, value) -> jdbc.sql("insert into start_setting (name, setting) values (?, ?)")
                    .params(name, value)
                    .update());
        }
        jdbc.sql("update application_start set number = number + 1 where id = 1")
                .update();
        return isFirst ? Optional.empty() : Optional.of(before);
    }

    private Map<String, String> before() {
        Map<String, String> before = new HashMap<>();
        jdbc.sql("select name, setting from start_setting").query(row -> {
            before.put(row.getString("name"), row.getString("setting"));
        });
        return before;
    }
}
