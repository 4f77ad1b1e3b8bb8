package tr.muhatap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;

class SignInInSessionTest {

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration LONGEST_OF_OIDC = Duration.ofHours(1);
    private static final Authentication CLERK = UsernamePasswordAuthenticationToken.authenticated(
            "hülya", null, AuthorityUtils.createAuthorityList("beyaz-masa"));
    private static final Authentication OF_THE_SERVER = new OAuth2AuthenticationToken(
            new DefaultOAuth2User(List.of(), Map.of("sub", "hülya"), "sub"), List.of(), "kurum");

    private final Accounts accounts = mock(Accounts.class);
    private final SessionSecurityContextRepository signIns =
            new SessionSecurityContextRepository(accounts, mock(SecurityLog.class), LONGEST, LONGEST_OF_OIDC);
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void session() {
        request.setSession(session);
        givenAccount("mark", "beyaz-masa");
    }

    @Test
    void groupsAreThoseThatTheAccountHasNow() {
        signIn(CLERK);
        assertThat(groups()).containsExactly("beyaz-masa");

        givenAccount("mark", "cagri-merkezi");

        assertThat(groups()).containsExactly("cagri-merkezi");
    }

    @Test
    void anotherPasswordEndsTheSession() {
        signIn(CLERK);
        givenAccount("another mark", "beyaz-masa");

        assertThat(groups()).isNull();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void anAccountThatIsGoneOrLockedEndsTheSession() {
        signIn(CLERK);
        when(accounts.find("hülya")).thenReturn(Optional.empty());

        assertThat(groups()).isNull();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void aSignInEndsAfterItsTimeHoweverMuchItIsUsed() {
        signIn(CLERK);
        since(LONGEST.minusMinutes(1));
        assertThat(groups()).isNotNull();

        since(LONGEST);
        assertThat(groups()).isNull();
        assertThat(request.getAttribute(SessionSecurityContextRepository.AGAIN_AT))
                .isNull();
    }

    @Test
    void theServersWordEndsSoonerAndThePageGoesBackToIt() {
        signIn(OF_THE_SERVER);
        since(LONGEST_OF_OIDC.minusMinutes(1));
        assertThat(groups()).isNotNull();

        since(LONGEST_OF_OIDC);
        assertThat(groups()).isNull();
        assertThat(new SignInEntryPoint()
                        .determineUrlToUseForThisRequest(
                                request, new MockHttpServletResponse(), new TooManyFailuresException(Duration.ZERO)))
                .isEqualTo("/oauth2/authorization/kurum");
    }

    /** As written by the previous version. */
    @Test
    void aSessionWithoutMarkIsNone() {
        session.setAttribute(
                "org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME", "hülya");
        session.setAttribute("muhatap.groups", "camunda-admin");

        assertThat(groups()).isNull();
    }

    private void givenAccount(String mark, String group) {
        var account = Optional.of(new Accounts.Account(mark, List.of(group), ""));
        when(accounts.find("hülya")).thenReturn(account);
        when(accounts.findNow("hülya")).thenReturn(account);
    }

    private void signIn(Authentication who) {
        signIns.saveContext(new SecurityContextImpl(who), request, new MockHttpServletResponse());
    }

    private void since(Duration ago) {
        session.setAttribute("muhatap.since", String.valueOf(session.getLastAccessedTime() - ago.toMillis()));
    }

    private @Nullable List<String> groups() {
        var who = signIns.loadDeferredContext(request).get().getAuthentication();
        return who == null
                ? null
                : who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList();
    }
}
