package tr.muhatap.postgres;

import java.time.Duration;
import java.util.TimeZone;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import tr.muhatap.MuhatapApplication;
import tr.muhatap.calendar.OfficeClock;

/** The program on a machine whose clock is five minutes fast, for the engine and the office. */
final class OfficeAhead {

    static final Duration AHEAD = Duration.ofMinutes(5);

    private OfficeAhead() {}

    public static void main(String[] arguments) {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Istanbul"));
        ClockUtil.offset(AHEAD.toMillis());
        var program = new SpringApplication(MuhatapApplication.class);
        program.setMainApplicationClass(MuhatapApplication.class);
        program.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof OfficeClock clock) {
                    clock.setOffset(AHEAD);
                }
                return bean;
            }
        }));
        program.run(arguments);
    }
}
