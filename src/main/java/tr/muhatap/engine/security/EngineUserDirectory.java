package tr.muhatap.engine.security;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.Groups;
import tr.muhatap.access.UserDirectory;
import tr.muhatap.text.Contacts;

/**
 * Users in the engine's identity tables. Users of an OIDC server are stored here too, so that the engine knows their
 * names and unit messages find their addresses; a local user is never overwritten by an OIDC user of the same name.
 */
@Component
class EngineUserDirectory implements UserDirectory {

    private static final String MARK = "oidc";

    private final IdentityService identityService;

    EngineUserDirectory(IdentityService identityService) {
        this.identityService = identityService;
    }

    @Override
    public boolean hasUsers() {
        return identityService.createUserQuery().count() > 0;
    }

    @Override
    public boolean checkPassword(String user, String password) {
        return identityService.checkPassword(user, password);
    }

    @Override
    public List<String> withPassword(Collection<String> users, String password) {
        return identityService.createUserQuery().userIdIn(users.toArray(String[]::new)).list().stream()
                .map(User::getId)
                .filter(user -> identityService.checkPassword(user, password))
                .toList();
    }

    @Override
    public void createAdministrator(String name, String password) {
        var user = identityService.newUser(name);
        user.setFirstName(name);
        user.setLastName("");
        user.setPassword(password);
        identityService.saveUser(user);
        identityService.createMembership(name, Groups.CAMUNDA_ADMIN);
    }

    @Override
    @Transactional
    public void synchronize(String name, OidcUser person, List<String> groups) {
        var user = identityService.createUserQuery().userId(name).singleResult();
        if (user == null) {
            user = identityService.newUser(name);
            // A random password: OIDC users have no password here
            user.setPassword(UUID.randomUUID().toString());
        } else if (identityService.getUserInfo(name, MARK) == null) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error("name_taken", "A user of the engine's own has this name: " + name, null));
        }
        user.setFirstName(orEmpty(person.getGivenName()));
        user.setLastName(orEmpty(person.getFamilyName()));
        // An invalid address does not prevent the sign-in
        user.setEmail(Contacts.email(orEmpty(person.getEmail())).orElse(""));
        identityService.saveUser(user);
        identityService.setUserInfo(name, MARK, String.valueOf(person.getIssuer()));
        var former = identityService.createGroupQuery().groupMember(name).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        var gone = new HashSet<>(former);
        groups.forEach(gone::remove);
        gone.forEach(group -> identityService.deleteMembership(name, group));
        groups.stream()
                .filter(group -> !former.contains(group))
                .forEach(group -> identityService.createMembership(name, group));
    }

    @Override
    public boolean isFromServer(String user) {
        return identityService.getUserInfo(user, MARK) != null;
    }

    @Override
    public void create(String name, String firstName, String lastName, String email, String password) {
        var user = identityService.newUser(name);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setEmail(email);
        user.setPassword(password);
        identityService.saveUser(user);
    }

    @Override
    public void change(String name, String firstName, String lastName, String email) {
        var user = identityService.createUserQuery().userId(name).singleResult();
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setEmail(email);
        identityService.saveUser(user);
    }

    @Override
    public void join(String user, String group) {
        identityService.createMembership(user, group);
    }

    @Override
    public void leave(String user, String group) {
        identityService.deleteMembership(user, group);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
