package app.recount.delivery;

import app.recount.payload.Destination;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;

/** How a payload travels to its destination, by the JVM's standard settings. */
public sealed interface ProxyRoute {

    /** Straight; loopback always is. */
    record Direct() implements ProxyRoute {}

    /** Through an HTTP proxy; with https it sees the host's name and the amount of bytes, nothing else. */
    record Http(String host, int port) implements ProxyRoute {}

    /**
     * Through something that is not spoken here, so nothing is sent.
     *
     * @param description as Java names it
     */
    record Unsupported(String description) implements ProxyRoute {}

    /** Asks the settings; opens no connection. Only for a destination without a problem. */
    static ProxyRoute to(Destination destination) {
        var selector = ProxySelector.getDefault();
        if (destination.isLoopback() || selector == null) {
            return new Direct();
        }
        // only the first choice counts: that is also what the HTTP client does
        return selector.select(destination.uri()).stream()
                .findFirst()
                .map(ProxyRoute::of)
                .orElseGet(Direct::new);
    }

    private static ProxyRoute of(Proxy proxy) {
        return switch (proxy.type()) {
            case DIRECT -> new Direct();
            case HTTP ->
                proxy.address() instanceof InetSocketAddress address
                        ? new Http(address.getHostString(), address.getPort())
                        : new Unsupported(proxy.toString());
            case SOCKS -> new Unsupported(proxy.toString());
        };
    }
}
