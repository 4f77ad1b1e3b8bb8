package tr.muhatap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/** A browser session of a demo user in one of Camunda's apps, with its cookies and both CSRF tokens. */
public final class BrowserSession {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;

    public BrowserSession(int port, String user) {
        base = "http://127.0.0.1:" + port;
        send(request("/giris"));
        send(request("/giris")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + user + "&password=demo&_csrf=" + cookie("MUHATAP-CSRF"))));
        send(request("/camunda/app/tasklist/default/"));
        send(request("/"));
        if (cookie("XSRF-TOKEN").isEmpty() || !isSignedIn()) {
            throw new AssertionError(user + " is not signed in");
        }
    }

    /** A request without CSRF tokens. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    /** A request with both CSRF tokens, as the pages send it. */
    public HttpRequest.Builder withTokens(String method, String path, @Nullable String body) {
        return request(path)
                .header("X-MUHATAP-CSRF", cookie("MUHATAP-CSRF"))
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether the session still signs in. */
    public boolean isSignedIn() {
        return send(request("/api/v1/basvurular?size=1")).statusCode() == 200;
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}
