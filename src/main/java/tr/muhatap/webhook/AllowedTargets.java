package tr.muhatap.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Where requests may go: to named hosts alone, and there to public addresses or to named private ones. The addresses are
 * checked where the connection is made, since a name may lead elsewhere each time it is resolved.
 */
@Component
class AllowedTargets {

    private static final int LONGEST = 500;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final int HIGHEST_PORT = 65_535;
    private static final String ANY_PORT = "*";

    /** Not in the public Internet, or leading to such addresses by a translation (RFC 6890, 6598, 4380, 3056, 6052). */
    private static final List<IpAddressMatcher> NOT_PUBLIC = List.of(
            network("0.0.0.0/8"),
            network("10.0.0.0/8"),
            network("100.64.0.0/10"),
            network("127.0.0.0/8"),
            network("169.254.0.0/16"),
            network("172.16.0.0/12"),
            network("192.0.0.0/24"),
            network("192.0.2.0/24"),
            network("192.88.99.0/24"),
            network("192.168.0.0/16"),
            network("198.18.0.0/15"),
            network("198.51.100.0/24"),
            network("203.0.113.0/24"),
            network("224.0.0.0/3"),
            network("2001::/23"),
            network("2001:db8::/32"),
            network("2002::/16"),
            network("3fff::/20"));

    /** Every other IPv6 address has a special meaning. */
    private static final IpAddressMatcher PUBLIC_IPV6 = network("2000::/3");

    private final List<String> hosts;
    private final List<IpAddressMatcher> named;

    AllowedTargets(WebhookSettings settings) {
        this.hosts = settings.hosts().stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList();
        this.named = settings.privateAddresses().stream()
                .map(AllowedTargets::network)
                .toList();
    }

    /**
     * Where a request would go.
     *
     * @param host as it is resolved, and as a certificate has to name it
     * @param path with the query
     */
    record Target(boolean encrypted, String host, int port, String path) {

        /** As the request's header has it. */
        String authority() {
            return port == (encrypted ? HTTPS_PORT : HTTP_PORT) ? host : host + ":" + port;
        }
    }

    /** Empty if no address can be read, or none of a named host. */
    Optional<Target> target(@Nullable String url) {
        if (url == null || url.length() > LONGEST) {
            return Optional.empty();
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        boolean encrypted = scheme.equals("https");
        if (host == null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null
                || !encrypted && !scheme.equals("http")) {
            return Optional.empty();
        }
        int usual = encrypted ? HTTPS_PORT : HTTP_PORT;
        int port = uri.getPort() == -1 ? usual : uri.getPort();
        String lower = host.toLowerCase(Locale.ROOT);
        if (port < 1 || port > HIGHEST_PORT || !isNamed(lower, port, usual)) {
            return Optional.empty();
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return Optional.of(
                new Target(encrypted, lower, port, uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery()));
    }

    private boolean isNamed(String host, int port, int usual) {
        return hosts.contains(host + ":" + port)
                || hosts.contains(host + ":" + ANY_PORT)
                || port == usual && hosts.contains(host);
    }

    /** Whether a connection may be made to an address; unencrypted ones only within the office's own network. */
    boolean mayReach(InetAddress address, boolean encrypted) {
        String written = address.getHostAddress();
        int zone = written.indexOf('%');
        String plain = zone < 0 ? written : written.substring(0, zone);
        if (named.stream().anyMatch(network -> network.matches(plain))) {
            return true;
        }
        boolean isPublic = NOT_PUBLIC.stream().noneMatch(network -> network.matches(plain))
                && (address instanceof Inet4Address || PUBLIC_IPV6.matches(plain));
        return isPublic && encrypted;
    }

    private static IpAddressMatcher network(String written) {
        return new IpAddressMatcher(written);
    }
}
