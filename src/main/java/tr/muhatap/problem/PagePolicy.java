package tr.muhatap.problem;

/** What a page of ours may load and do, as its header says. */
public final class PagePolicy {

    public static final String HEADER = "Content-Security-Policy";

    public static final String CONTENT =
            "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private PagePolicy() {}
}
