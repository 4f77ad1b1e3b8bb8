package tr.muhatap.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import tr.muhatap.organization.Organization;

/**
 * Sign-in by the municipality's own OIDC server, if configured: authorization code flow for people, bearer tokens for
 * systems. Claims are mapped to our groups; unknown groups are ignored.
 */
@Component
public class Oidc {

    private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

    private final OidcSettings settings;
    private final Organization organization;
    private final ObjectProvider<UserDirectory> users;
    private final ObjectProvider<Accounts> accounts;
    private final ObjectProvider<ClientRegistrationRepository> registrations;
    private final Environment environment;

    Oidc(
            OidcSettings settings,
            Organization organization,
            ObjectProvider<UserDirectory> users,
            ObjectProvider<Accounts> accounts,
            ObjectProvider<ClientRegistrationRepository> registrations,
            Environment environment) {
        this.settings = settings;
        this.organization = organization;
        this.users = users;
        this.accounts = accounts;
        this.registrations = registrations;
        this.environment = environment;
    }

    /** Whether people sign in by an OIDC server. */
    public boolean signsPeopleIn() {
        return registrations.getIfAvailable() != null;
    }

    boolean takesTokens() {
        return environment.containsProperty(JWT + "issuer-uri") || environment.containsProperty(JWT + "jwk-set-uri");
    }

    /** Registration ids of the configured OIDC servers. */
    List<String> servers() {
        return registrations.getIfAvailable() instanceof Iterable<?> all
                ? StreamSupport.stream(all.spliterator(), false)
                        .map(registration -> ((ClientRegistration) registration).getRegistrationId())
                        .toList()
                : List.of();
    }

    OAuth2UserService<OidcUserRequest, OidcUser> people() {
        var service = new OidcUserService();
        return request -> {
            var user = service.loadUser(request);
            String name = name(user);
            var groups = groups(user);
            users.getObject().synchronize(name, user, groups);
            return new DefaultOidcUser(
                    AuthorityUtils.createAuthorityList(groups),
                    user.getIdToken(),
                    user.getUserInfo(),
                    settings.userClaim());
        };
    }

    /**
     * Accepts tokens of systems only: a token with a group of people, or with the name of a local user, belongs to a
     * person.
     */
    Converter<Jwt, AbstractAuthenticationToken> systems() {
        return jwt -> {
            var groups = groups(jwt);
            String name = name(jwt);
            if (groups.isEmpty()
                    || !Groups.SYSTEMS.containsAll(groups)
                    || accounts.getObject().find(name).isPresent()) {
                throw new InvalidBearerTokenException("Not a system's token");
            }
            return new JwtAuthenticationToken(jwt, AuthorityUtils.createAuthorityList(groups), name);
        };
    }

    private String name(ClaimAccessor claims) {
        String name = claims.getClaimAsString(settings.userClaim());
        if (name == null || UserNames.fault(name) != null) {
            throw new OAuth2AuthenticationException(new OAuth2Error(
                    "invalid_user", "Claim " + settings.userClaim() + " holds no name that can be used here", null));
        }
        return name;
    }

    private List<String> groups(ClaimAccessor claims) {
        return Optional.ofNullable(claims.getClaimAsStringList(settings.groupsClaim())).orElse(List.of()).stream()
                .map(theirs -> settings.groupNames().getOrDefault(theirs, theirs))
                .flatMap(group -> ours(group).stream())
                .distinct()
                .toList();
    }

    /** Of a unit that was closed, the group of the one that took over its work. */
    private Optional<String> ours(String group) {
        if (Groups.OFFICE.contains(group) || Groups.SYSTEMS.contains(group)) {
            return Optional.of(group);
        }
        return Groups.isUnit(group)
                ? organization.currentUnit(Groups.unitOf(group)).map(unit -> Groups.ofUnit(unit.code()))
                : Optional.empty();
    }
}
