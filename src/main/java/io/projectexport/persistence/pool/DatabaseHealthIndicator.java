package io.projectexport.persistence.pool;

import javax.sql.DataSource;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Health indicator of the database: whether it answers, however busy the pool is. */
@Component
class DatabaseHealthIndicator extends AbstractHealthIndicator {

    private final DatabaseProbe probe;

    DatabaseHealthIndicator(DataSource dataSource) {
        super("The database does not answer");
        this.probe = new DatabaseProbe(dataSource);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (probe.answers()) {
            health.up();
        } else {
            health.down()
                    .withDetail("problem", "The database does not answer.")
                    .withDetail(
                            "remedy",
                            "Look whether PostgreSQL runs and is reached at SPRING_DATASOURCE_URL; the application goes on by itself.");
        }
    }
}
