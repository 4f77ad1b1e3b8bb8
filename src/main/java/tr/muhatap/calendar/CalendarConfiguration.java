package tr.muhatap.calendar;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CountingRules.class)
class CalendarConfiguration {

    @Bean
    OfficeClock clock() {
        return new OfficeClock(Clock.systemUTC());
    }
}
