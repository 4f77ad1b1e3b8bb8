package tr.muhatap.calendar;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    OfficeClock clock() {
        return new OfficeClock(Clock.systemUTC());
    }
}
