package tr.muhatap.access;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Sign-in policy.
 *
 * @param basicForSystemsOnly whether only systems may send their password with a request; people then use the
 *     sign-in page
 * @param accountFailures wrong passwords of one account within the window after which it has to wait; 0 for no
 *     limit
 * @param addressFailures the same for all accounts tried from one address
 * @param failureWindow how long failures are counted, and how long it takes until a blocked account or address may
 *     try again
 * @param sessionIdle how long a session may go unused
 * @param sessionAbsolute maximum age of a sign-in, regardless of activity
 * @param passwordIterations rounds of PBKDF2 for a new password; stored hashes keep their own count
 * @param securityLogKept how long an entry of the security log stays; two years, as the access records of law 5651
 */
@Validated
@ConfigurationProperties("muhatap.access")
public record AccessSettings(
        @DefaultValue("false") boolean basicForSystemsOnly,
        @Min(0) @DefaultValue("0") int accountFailures,
        @Min(0) @DefaultValue("0") int addressFailures,
        @DurationMin(seconds = 1) @DefaultValue("PT5M") Duration failureWindow,
        @DurationMin(minutes = 1) @DefaultValue("PT1H") Duration sessionIdle,
        @DurationMin(minutes = 1) @DefaultValue("PT12H") Duration sessionAbsolute,

        @Min(1) @DefaultValue("" + AccessSettings.PASSWORD_ITERATIONS)
        int passwordIterations,

        @DurationMin(days = 1) @DefaultValue("P730D") Duration securityLogKept) {

    /** Spring Security's default; the minimum in production. */
    public static final int PASSWORD_ITERATIONS = 310_000;
}
