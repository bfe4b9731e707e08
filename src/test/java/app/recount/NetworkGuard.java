package app.recount;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolFamily;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.stream.Stream;

/** Makes every socket and every look-up of a name fail, and tells of it on standard error: for a process of its own. */
public final class NetworkGuard {

    static final String ALARM = "NETWORK USED: ";

    private NetworkGuard() {}

    static void main(String[] args) throws IOException {
        install();
        Recount.main(args);
    }

    /** For the rest of this process; channels and names need {@link RecountProcess#guarded()} besides. */
    // deprecated because a program should not do this; a guard must
    @SuppressWarnings("deprecation")
    static void install() throws IOException {
        Socket.setSocketImplFactory(() -> {
            throw alarm("Socket");
        });
        ServerSocket.setSocketFactory(() -> {
            throw alarm("ServerSocket");
        });
    }

    private static IllegalStateException alarm(String what) {
        System.err.println(ALARM + what);
        return new IllegalStateException("no network here: " + what);
    }

    /** Named by a system property of the guarded process. */
    public static final class Channels extends SelectorProvider {

        @Override
        public DatagramChannel openDatagramChannel() {
            throw alarm("DatagramChannel");
        }

        @Override
        public DatagramChannel openDatagramChannel(ProtocolFamily family) {
            throw alarm("DatagramChannel");
        }

        @Override
        public Pipe openPipe() {
            throw alarm("Pipe");
        }

        @Override
        public AbstractSelector openSelector() {
            throw alarm("Selector");
        }

        @Override
        public ServerSocketChannel openServerSocketChannel() {
            throw alarm("ServerSocketChannel");
        }

        @Override
        public SocketChannel openSocketChannel() {
            throw alarm("SocketChannel");
        }
    }

    /** Named by a service file on the class path of the guarded process. */
    public static final class Names extends InetAddressResolverProvider implements InetAddressResolver {

        @Override
        public InetAddressResolver get(Configuration configuration) {
            return this;
        }

        @Override
        public String name() {
            return "guard";
        }

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) {
            throw alarm("look-up of " + host);
        }

        @Override
        public String lookupByAddress(byte[] address) {
            throw alarm("look-up of an address");
        }
    }
}
