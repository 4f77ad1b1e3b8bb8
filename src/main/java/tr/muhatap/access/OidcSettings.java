package tr.muhatap.access;

import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the claims of an OIDC server become our users and groups. Where the server is stands in Spring's own settings
 * ({@code spring.security.oauth2.client.*}, {@code spring.security.oauth2.resourceserver.jwt.*}).
 *
 * @param userClaim claim with the user's name, as it then stands in the history
 * @param groupsClaim claim with the list of the user's groups or roles
 * @param groupNames our group for each of theirs that is called otherwise; one that is called as ours needs no line
 * @param session how long the server's word of who somebody is and of the groups is good; the next page asks it again
 */
@Validated
@ConfigurationProperties("muhatap.oidc")
record OidcSettings(
        @DefaultValue("preferred_username") String userClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Map<String, String> groupNames,
        @DurationMin(minutes = 1) @DefaultValue("PT1H") Duration session) {}
