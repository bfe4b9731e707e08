package app.recount.delivery;

import app.recount.payload.Destination;
import app.recount.text.Wording;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * What to connect to. With https the certificate tells that it is the right host. Plain http is for this machine only, so the name
 * is resolved here, and exactly the addresses that were found to be loopback are connected to.
 */
final class Addresses {

    private Addresses() {}

    /**
     * In the order in which they are tried.
     *
     * @throws UnknownHostException if the name has no address
     * @throws ForeignAddress if it has one that is not this machine
     */
    static List<URI> of(Destination destination) throws UnknownHostException, ForeignAddress {
        var uri = destination.uri();
        if (!uri.getScheme().equalsIgnoreCase("http")) {
            return List.of(uri);
        }
        var found = InetAddress.getAllByName(uri.getHost());
        for (var address : found) {
            if (!address.isLoopbackAddress()) {
                throw new ForeignAddress(uri.getHost(), address.getHostAddress());
            }
        }
        return Arrays.stream(found).map(address -> at(uri, address)).toList();
    }

    /** A name that is to be this machine, and an address of it that is not. */
    static final class ForeignAddress extends IOException {

        private final String name;
        private final String address;

        private ForeignAddress(String name, String address) {
            super(name + " is " + address);
            this.name = name;
            this.address = address;
        }

        Wording why() {
            return Wording.of("wire.foreign", name, address);
        }
    }

    private static URI at(URI uri, InetAddress address) {
        var literal = address instanceof Inet6Address
                ? "[" + address.getHostAddress().replaceFirst("%.*", "") + "]"
                : address.getHostAddress();
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return URI.create("http://%s%s%s".formatted(literal, port, uri.getRawPath()));
    }
}
