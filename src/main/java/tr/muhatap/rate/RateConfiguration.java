package tr.muhatap.rate;

import io.github.bucket4j.TimeMeter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateSettings.class)
class RateConfiguration {

    /** Real time, not the office's clock, which the demonstration moves. */
    @Bean
    TimeMeter rateTime() {
        return TimeMeter.SYSTEM_MILLISECONDS;
    }
}
