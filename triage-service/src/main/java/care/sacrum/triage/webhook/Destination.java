package care.sacrum.triage.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/// Whether an address may be pushed to. Decided from the address itself, so that a name can not lead somewhere else.
final class Destination {

    private static final int LONGEST_URL = 2_000;
    private static final int HIGHEST_PORT = 65_535;

    static final String HTTPS = "must be an absolute https URL";

    private Destination() {}

    sealed interface Url {
        record Good(URI uri) implements Url {}

        /// @param why for whoever wrote it
        record Bad(String why) implements Url {}
    }

    /// @param plainAllowed whether HTTP without TLS will do
    static Url read(String text, boolean plainAllowed) {
        if (text.length() > LONGEST_URL) {
            return new Url.Bad("is at most " + LONGEST_URL + " characters");
        }
        var absolute = plainAllowed ? "must be an absolute http or https URL" : HTTPS;
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException notOne) {
            return new Url.Bad(absolute);
        }
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(plainAllowed && scheme.equals("http"))) {
            return new Url.Bad(absolute);
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            return new Url.Bad("names a host");
        }
        if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
            return new Url.Bad("has a port from 1 to " + HIGHEST_PORT);
        }
        if (uri.getRawUserInfo() != null) {
            return new Url.Bad("names no user or password; requests are signed instead");
        }
        if (uri.getRawFragment() != null) {
            return new Url.Bad("has no fragment");
        }
        return new Url.Good(uri);
    }

    /// Whether every address of a name lies in the public network: one that does not is enough to refuse the name.
    static boolean allPublic(List<InetAddress> addresses) {
        return !addresses.isEmpty() && addresses.stream().allMatch(Destination::isPublic);
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> isPublic4(bytes);
            case Inet6Address _ -> isPublic6(bytes);
            default -> false;
        };
    }

    /// Beside what Java knows: this network, carrier-grade NAT, protocol assignments, documentation, benchmarks,
    /// reserved, broadcast.
    private static boolean isPublic4(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        int third = b[2] & 0xff;
        return !(first == 0
                || first == 10
                || first == 100 && second >= 64 && second < 128
                || first == 172 && second >= 16 && second < 32
                || first == 192 && second == 168
                || first == 192 && second == 0 && (third == 0 || third == 2)
                || first == 192 && second == 88 && third == 99
                || first == 198 && (second == 18 || second == 19)
                || first == 198 && second == 51 && third == 100
                || first == 203 && second == 0 && third == 113
                || first >= 240);
    }

    /// Only what is global unicast (2000::/3), and of that nothing that carries another address within (Teredo, 6to4,
    /// local use of NAT64) and no documentation.
    private static boolean isPublic6(byte[] b) {
        int first = (b[0] & 0xff) << 8 | b[1] & 0xff;
        int second = (b[2] & 0xff) << 8 | b[3] & 0xff;
        boolean globalUnicast = (b[0] & 0xe0) == 0x20;
        boolean protocolAssignments = first == 0x2001 && second < 0x0200;
        boolean documentation = first == 0x2001 && second == 0x0db8 || first == 0x3fff && second < 0x1000;
        boolean sixToFour = first == 0x2002;
        return globalUnicast && !protocolAssignments && !documentation && !sixToFour;
    }
}
