package io.projectexport.persistence.audit;

import io.projectexport.export.audit.StartSetting;
import io.projectexport.export.audit.StartSettings;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link StartSettings}, in the table {@code start_setting}; the row of {@code application_start} keeps the nodes apart. */
@Repository
@Transactional
class JdbcStartSettings implements StartSettings {

    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    JdbcStartSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String salt() {
        byte[] random = new byte[SALT_BYTES];
        RANDOM.nextBytes(random);
        jdbc.sql("update application_start set salt = ? where id = 1 and salt is null")
                .param(HexFormat.of().formatHex(random))
                .update();
        return jdbc.sql("select salt from application_start where id = 1")
                .query(String.class)
                .single();
    }

    @Override
    public Optional<Map<String, StartSetting>> replace(Map<String, StartSetting> settings) {
        boolean isFirst = jdbc.sql("select number from application_start where id = 1 for update")
                        .query(Long.class)
                        .single()
                == 0;
        Map<String, StartSetting> before = before();
        if (isFirst || !before.equals(settings)) {
            jdbc.sql("delete from start_setting").update();
            settings.forEach(this::add);
        }
        jdbc.sql("update application_start set number = number + 1 where id = 1")
                .update();
        return isFirst ? Optional.empty() : Optional.of(before);
    }

    private void add(String name, StartSetting setting) {
        jdbc.sql("insert into start_setting (name, setting, fingerprint) values (?, ?, ?)")
                .params(name, setting.shown(), setting.fingerprint())
                .update();
    }

    private Map<String, StartSetting> before() {
        Map<String, StartSetting> before = new HashMap<>();
        jdbc.sql("select name, setting, fingerprint from start_setting").query(row -> {
            before.put(row.getString("name"), new StartSetting(row.getString("setting"), row.getString("fingerprint")));
        });
        return before;
    }
}
