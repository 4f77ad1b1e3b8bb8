package tr.muhatap.access;

import org.springframework.security.core.AuthenticationException;

/** Somebody's password came with a request where only systems may send theirs so. */
class PeopleUseTheSignInPage extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    PeopleUseTheSignInPage() {
        super("Basic is for systems only");
    }
}
