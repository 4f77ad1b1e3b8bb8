package tr.muhatap.access;

import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the claims of an OIDC server become our users and groups. The server itself is configured in Spring's own
 * settings ({@code spring.security.oauth2.client.*}, {@code spring.security.oauth2.resourceserver.jwt.*}).
 *
 * @param userClaim claim with the user's name, as recorded in the history
 * @param groupsClaim claim with the list of the user's groups or roles
 * @param groupNames maps the server's group names to ours; groups of the same name need no entry
 * @param session how long the server's statement of identity and groups is valid; the next page request renews it
 */
@Validated
@ConfigurationProperties("muhatap.oidc")
record OidcSettings(
        @DefaultValue("preferred_username") String userClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Map<String, String> groupNames,
        @DurationMin(minutes = 1) @DefaultValue("PT1H") Duration session) {}
