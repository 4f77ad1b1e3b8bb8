package tr.muhatap.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests go to named hosts alone, and to no address within the office unless that is named, too. */
class AllowedTargetsTest {

    private final AllowedTargets targets = new AllowedTargets(WebhookFixture.settings(
            List.of("EBYS.belediye.example", "app.example:8443", "127.0.0.1:*"),
            List.of("10.1.2.0/24", "fd00:1::/64")));

    @ParameterizedTest
    @CsvSource({
        "https://ebys.belediye.example, ebys.belediye.example, 443, /",
        "https://EBYS.Belediye.EXAMPLE/a/b?c=1, ebys.belediye.example, 443, /a/b?c=1",
        "https://app.example:8443/x, app.example:8443, 8443, /x",
        "http://127.0.0.1:5555/, 127.0.0.1:5555, 5555, /",
        "http://127.0.0.1/, 127.0.0.1, 80, /"
    })
    void namedHostsAreTargets(String url, String authority, int port, String path) {
        var target = targets.target(url).orElseThrow();

        assertThat(target.authority()).isEqualTo(authority);
        assertThat(target.port()).isEqualTo(port);
        assertThat(target.path()).isEqualTo(path);
        assertThat(target.encrypted()).isEqualTo(url.startsWith("https"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "ebys.belediye.example",
                "//ebys.belediye.example/",
                "ftp://ebys.belediye.example/",
                "file:///etc/passwd",
                "https://other.example/",
                "https://ebys.belediye.example.evil.example/",
                "https://evil.example/ebys.belediye.example",
                "https://ebys.belediye.example@evil.example/",
                "https://user:pass@ebys.belediye.example/",
                "https://ebys.belediye.example:8443/",
                "https://app.example/",
                "https://app.example:99999/",
                "https://app.example:0/",
                "https://ebys.belediye.example/#x",
                "https://ebys.belediye.example/\r\nX: y",
                "https://ebys.belediye.example/a b",
                "https://ebys.belediye.example\u0000/",
                "https://ebys.belediye.example./",
                "https://[::1]/",
                "https://2130706433/",
                "https://0x7f.1/"
            })
    void nothingElseIs(String url) {
        assertThat(targets.target(url)).isEmpty();
    }

    @Test
    void anAddressThatIsTooLongIsNone() {
        assertThat(targets.target("https://ebys.belediye.example/" + "a".repeat(480)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.0.0.1",
                "10.1.3.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::",
                "2001:db8::1"
            })
    void addressesThatAreNotPublicAreNotReached(String address) throws UnknownHostException {
        assertThat(targets.mayReach(InetAddress.getByName(address), true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "192.169.0.1", "2a00:1450::1", "2001:4860::8888"})
    void publicOnesAreReachedEncryptedAlone(String address) throws UnknownHostException {
        assertThat(targets.mayReach(InetAddress.getByName(address), true)).isTrue();
        assertThat(targets.mayReach(InetAddress.getByName(address), false)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.9", "fd00:1::5"})
    void namedOnesAreReached(String address) throws UnknownHostException {
        assertThat(targets.mayReach(InetAddress.getByName(address), false)).isTrue();
    }
}
