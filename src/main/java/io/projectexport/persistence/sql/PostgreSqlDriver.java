package io.projectexport.persistence.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Sets PostgreSQL's driver to give up a server that has vanished without a word, which the network would notice after many minutes, and to send
 * the rows of a batch as one statement. A setting of the installation, in the address or as {@code
 * spring.datasource.hikari.data-source-properties}, has its way.
 */
@Component
class PostgreSqlDriver implements BeanPostProcessor {

    /**
     * Seconds. A statement may wait for one export of another node, which takes 105 at most; a node that is told to stop has 120 for what it
     * began.
     */
    private static final Map<String, String> SETTINGS = Map.of(
            "connectTimeout", "5", "socketTimeout", "120", "tcpKeepAlive", "true", "reWriteBatchedInserts", "true");

    static boolean apply(String url) {
        return url != null && url.startsWith("jdbc:postgresql:");
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && apply(pool.getJdbcUrl())) {
            SETTINGS.forEach(pool.getDataSourceProperties()::putIfAbsent);
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool && apply(pool.getJdbcUrl()) ? new PatientDataSource(pool) : bean;
    }
}
