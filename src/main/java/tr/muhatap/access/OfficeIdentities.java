package tr.muhatap.access;

import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * The engine's users, groups and memberships, as every way to them reads and writes them: Camunda's apps, its REST API and
 * the program itself.
 */
class OfficeIdentities extends DbIdentityServiceProvider {

    /** Of no password; what an unknown user's is compared with, so that the answer takes as long as a known one's. */
    private static final String NOBODYS_HASH = new SlowPasswordHash().encrypt("");

    /** One query and one hash, whether the user exists or not. {@link SignInThrottle} counts the failures. */
    @Override
    public boolean checkPassword(String userId, @Nullable String password) {
        if (password == null) {
            return false;
        }
        var user = findUserById(userId);
        if (user == null || user.getPassword() == null) {
            new SlowPasswordHash().check(password, NOBODYS_HASH);
            return false;
        }
        return matchPassword(password, user) && !isUserLocked(user);
    }

    /** Gives the engine these identities in place of its own. */
    static class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return OfficeIdentities.class;
        }

        @Override
        public Session openSession() {
            return new OfficeIdentities();
        }
    }
}
