package io.projectexport.xero.connection;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.connection.ConnectionAlarm;
import io.projectexport.export.connection.ConnectionBreaks;
import io.projectexport.export.connection.XeroConnection;
import io.projectexport.export.permission.People;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** Puts together what looks after the connection, whichever way it is made. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    ConnectionWatch connectionWatch(
            Optional<ConsentUpkeep> upkeep,
            ConnectionBreaks breaks,
            Accounting accounting,
            People people,
            ConnectionAlarm alarm,
            Optional<XeroConnection> consent) {
        return new ConnectionWatch(
                upkeep.map(ConsentUpkeep::steps).orElse(List.of()),
                breaks,
                accounting,
                new BreakAlarm(breaks, people, alarm, consent),
                new SimpleAsyncTaskExecutor("xero-connection-"));
    }

    @Bean
    XeroHealthIndicator xeroHealthIndicator(Optional<XeroConnection> consent, ConnectionBreaks breaks) {
        return new XeroHealthIndicator(consent, breaks);
    }
}
