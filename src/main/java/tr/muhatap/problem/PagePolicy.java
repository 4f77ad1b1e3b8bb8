package tr.muhatap.problem;

/** Content-Security-Policy of our pages. */
public final class PagePolicy {

    public static final String HEADER = "Content-Security-Policy";

    public static final String CONTENT =
            "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private PagePolicy() {}
}
