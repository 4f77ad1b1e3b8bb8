package tr.muhatap.process;

import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
@Import({ProcessEngineCoverageConfiguration.class, OfficeFixture.class})
class ProcessTestConfiguration {

    /** Primary, because the library brings properties of its own and silently checks nothing where it finds two. */
    @Bean
    @Primary
    static ProcessEngineCoverageProperties coverage() {
        return MeasuredCoverage.properties();
    }
}
