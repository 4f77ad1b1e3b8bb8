package tr.muhatap.channel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.MethodSource;

/** A parameterized test runs once for every channel, also for those that are added later. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@MethodSource("tr.muhatap.channel.Channel#values")
public @interface EachChannel {}
