package tr.muhatap.rate;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The client, as far as the network identifies it: an IPv4 address, or the /64 of an IPv6 address, which is one
 * customer's.
 */
final class NetworkAddress {

    private static final int PREFIX_BYTES = 8;

    private NetworkAddress() {}

    static String of(String address) {
        // Only literal addresses are parsed; a name would cause a DNS query
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            var parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES)) + "/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
