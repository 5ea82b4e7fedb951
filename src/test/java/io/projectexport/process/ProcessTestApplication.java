package io.projectexport.process;

import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The engine with the models and this package's beans, and nothing else of the application. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan
class ProcessTestApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
