package app.recount;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Greets an X server of this machine on its socket, as the X protocol begins (X11R7 protocol, “Connection Setup”). That is a tenth of a
 * second sooner than calling libX11, and enough where a server wants no authority: what it answers to a greeting without one is the
 * question.
 */
final class XServer {

    private static final Pattern LOCAL = Pattern.compile("(?:unix)?:(\\d{1,5})(?:\\.\\d{1,5})?");

    /** In little-endian order, version 11.0 of the protocol, with a name and data of authority that are empty. */
    private static final byte[] GREETING = {'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    private static final byte SUCCESS = 1;

    private XServer() {}

    /**
     * Whether the server lets this program in.
     *
     * @param display as the variable DISPLAY names it
     * @return false also where that cannot be told without the user's authority
     */
    static boolean greets(String display) {
        return socket(display).filter(XServer::greets).isPresent();
    }

    private static Optional<Path> socket(String display) {
        var local = LOCAL.matcher(display);
        return local.matches() ? Optional.of(Path.of("/tmp/.X11-unix", "X" + local.group(1))) : Optional.empty();
    }

    static boolean greets(Path socket) {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            var greeting = ByteBuffer.wrap(GREETING);
            while (greeting.hasRemaining()) {
                channel.write(greeting);
            }
            var answer = ByteBuffer.allocate(1);
            return channel.read(answer) == 1 && answer.get(0) == SUCCESS;
        } catch (IOException e) {
            return false; // libX11 is asked then, and has the last word
        }
    }
}
