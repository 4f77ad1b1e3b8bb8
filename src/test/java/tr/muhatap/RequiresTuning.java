package tr.muhatap;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * A test of performance, e.g. of the number of statements, which is higher with {@code muhatap.engine.tuning=false}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfSystemProperty(named = "muhatap.engine.tuning", matches = "false", disabledReason = "measures the tuning")
public @interface RequiresTuning {}
