package app.recount.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.payload.Destination;
import app.recount.payload.Digest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxyRouteTest {

    private static final Destination FAR = Destination.at("https://posthog.invalid", Destination.Origin.ENVIRONMENT);

    private ProxySelector before;

    @BeforeEach
    void remember() {
        before = ProxySelector.getDefault();
    }

    @AfterEach
    void restore() {
        ProxySelector.setDefault(before);
    }

    private static void proxy(Proxy proxy) {
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(proxy);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                // the client tells of it itself
            }
        });
    }

    private static Proxy proxy(Proxy.Type type, int port) {
        return new Proxy(type, InetSocketAddress.createUnresolved("127.0.0.1", port));
    }

    @Test
    void without_a_setting_it_is_direct() {
        proxy(Proxy.NO_PROXY);
        assertThat(ProxyRoute.to(FAR)).isEqualTo(new ProxyRoute.Direct());
    }

    @Test
    void an_http_proxy_is_named() {
        proxy(proxy(Proxy.Type.HTTP, 3128));
        assertThat(ProxyRoute.to(FAR)).isEqualTo(new ProxyRoute.Http("127.0.0.1", 3128));
    }

    @Test
    void a_socks_proxy_is_not_passed_by() {
        proxy(proxy(Proxy.Type.SOCKS, 1080));
        assertThat(ProxyRoute.to(FAR)).isInstanceOf(ProxyRoute.Unsupported.class);
    }

    @Test
    void loopback_never_goes_through_a_proxy() throws IOException {
        try (var proxy = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                var server = RawServer.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            proxy(proxy(Proxy.Type.HTTP, proxy.address().getPort()));
            var near = Destination.at(server.address().toString(), Destination.Origin.ENVIRONMENT);

            assertThat(ProxyRoute.to(near)).isEqualTo(new ProxyRoute.Direct());
            var reply = new HttpWire(HttpWire.Limits.STANDARD, "recount/9")
                    .post(near, new byte[1], Digest.of(new byte[1]), () -> false);

            assertThat(reply).isInstanceOf(Reply.Answer.class);
            assertThat(proxy.connections()).isZero();
        }
    }

    @Test
    void a_proxy_sees_the_host_and_not_the_payload() throws IOException {
        try (var proxy =
                RawServer.answering("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")) {
            proxy(new Proxy(
                    Proxy.Type.HTTP,
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), proxy.address().getPort())));
            var body = "secret".getBytes(UTF_8);

            var reply = new HttpWire(
                            new HttpWire.Limits(Duration.ofSeconds(20), Duration.ofSeconds(20), 50_000_000),
                            "recount/9")
                    .post(FAR, body, Digest.of(body), () -> false);

            assertThat(reply).isNotInstanceOf(Reply.NoAnswer.class);
            assertThat(proxy.received())
                    .startsWith("CONNECT posthog.invalid:443 ")
                    .doesNotContain("secret");
        }
    }
}
