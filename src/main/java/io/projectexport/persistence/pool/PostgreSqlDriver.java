package io.projectexport.persistence.pool;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Sets PostgreSQL's driver and its sessions to give up a partner that has vanished without a word, which the network would notice after many
 * minutes or hours, and to send the rows of a batch as one statement. A setting of the installation, in the address, as {@code
 * spring.datasource.hikari.data-source-properties} or {@code connection-init-sql}, has its way.
 */
@Component
class PostgreSqlDriver implements BeanPostProcessor {

    /**
     * Seconds. A statement may wait for another node that renews its token with Xero, 35 at most; and what a node does that has lost its
     * database is to be free again within a minute. A server is asked again soon whether it has become the primary.
     */
    private static final Map<String, String> DRIVER = Map.of(
            "connectTimeout", "5",
            "socketTimeout", "45",
            "hostRecheckSeconds", "2",
            "tcpKeepAlive", "true",
            "reWriteBatchedInserts", "true");

    /**
     * What the server does about a node that has vanished: it notices within a minute, ends what it still does for it, and gives back its locks.
     * No transaction idles for longer than an export, whose three calls to Xero take 105 s at most. What a server does not know is left out.
     */
    private static final String SESSION = """
        select set_config(name, chosen, false) from pg_settings join (values
          ('tcp_keepalives_idle', '30'), ('tcp_keepalives_interval', '10'), ('tcp_keepalives_count', '3'),
          ('client_connection_check_interval', '5s'), ('idle_in_transaction_session_timeout', '180s')
        ) ours(parameter, chosen) on parameter = name\
        """;

    private final ObjectProvider<OutageLog> outages;

    PostgreSqlDriver(ObjectProvider<OutageLog> outages) {
        this.outages = outages;
    }

    static boolean apply(String url) {
        return url != null && url.startsWith("jdbc:postgresql:");
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && apply(pool.getJdbcUrl())) {
            DRIVER.forEach(pool.getDataSourceProperties()::putIfAbsent);
            if (pool.getConnectionInitSql() == null) {
                pool.setConnectionInitSql(SESSION);
            }
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool && apply(pool.getJdbcUrl())
                ? new PatientDataSource(pool, SingletonSupplier.of(outages::getObject))
                : bean;
    }
}
