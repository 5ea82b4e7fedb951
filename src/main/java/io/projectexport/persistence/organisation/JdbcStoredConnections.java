package io.projectexport.persistence.organisation;

import io.projectexport.export.connection.StoredConnections;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.FirstWriteWins;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link StoredConnections}, in the table {@code stored_connection}; the row's lock keeps the nodes apart. */
@Repository
@Transactional(propagation = Propagation.REQUIRES_NEW)
class JdbcStoredConnections implements StoredConnections {

    private static final String FIND = "select encrypted from stored_connection where organisation = ?";

    private final JdbcClient jdbc;
    private final FirstWriteWins firstWriteWins;
    private final DatabaseTime time;

    JdbcStoredConnections(JdbcClient jdbc, FirstWriteWins firstWriteWins, DatabaseTime time) {
        this.jdbc = jdbc;
        this.firstWriteWins = firstWriteWins;
        this.time = time;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Instant now() {
        return time.instant();
    }

    @Override
    public Optional<String> find(String organisation) {
        return jdbc.sql(FIND).param(organisation).query(String.class).optional();
    }

    @Override
    public void save(String organisation, String encrypted, Runnable alongside) {
        boolean isAdded = false;
        boolean isUpdated = false;
        // what was there at the insert can be removed before the update
        while (!isAdded && !isUpdated) {
            isAdded = firstWriteWins.insert(() -> {
                jdbc.sql("insert into stored_connection (organisation, encrypted) values (?, ?)")
                        .params(organisation, encrypted)
                        .update();
                alongside.run();
            });
            isUpdated = !isAdded && update(organisation, encrypted);
        }
        if (isUpdated) {
            alongside.run();
        }
    }

    @Override
    public Optional<String> change(String organisation, UnaryOperator<String> change) {
        Optional<String> stored = jdbc.sql(FIND + " for update")
                .param(organisation)
                .query(String.class)
                .optional();
        Optional<String> changed = stored.map(change);
        changed.ifPresent(encrypted -> update(organisation, encrypted));
        // and not what another caller has saved since there was nothing
        if (stored.isPresent() && changed.isEmpty()) {
            remove(organisation);
        }
        return changed;
    }

    private boolean update(String organisation, String encrypted) {
        return jdbc.sql("update stored_connection set encrypted = ? where organisation = ?")
                        .params(encrypted, organisation)
                        .update()
                > 0;
    }

    private void remove(String organisation) {
        jdbc.sql("delete from stored_connection where organisation = ?")
                .param(organisation)
                .update();
    }
}
