package tr.muhatap.access;

import org.springframework.security.core.AuthenticationException;

/** A person's password was sent by HTTP Basic where only systems may use it. */
class BasicSignInRefusedException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    BasicSignInRefusedException() {
        super("Basic is for systems only");
    }
}
