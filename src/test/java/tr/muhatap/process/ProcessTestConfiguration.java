package tr.muhatap.process;

import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@TestConfiguration(proxyBeanMethods = false)
@Import({ProcessEngineCoverageConfiguration.class, OfficeFixture.class})
class ProcessTestConfiguration {

    /** A test class that measures coverage has to pass every node and every flow of the models it starts. */
    @Bean
    static ProcessEngineCoverageProperties coverage() {
        return ProcessEngineCoverageProperties.Companion.builder()
                .assertClassCoverageAtLeast(1.0)
                .reportDirectory("target/process-coverage")
                .build();
    }
}
