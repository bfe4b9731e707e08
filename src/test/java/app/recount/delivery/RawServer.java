package app.recount.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every connection with the same characters after its first bytes, and keeps it open. */
final class RawServer implements AutoCloseable {

    private final ServerSocket server;
    private final String answer;
    private final AtomicInteger connections = new AtomicInteger();
    private final StringBuilder received = new StringBuilder();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private RawServer(ServerSocket server, String answer) {
        this.server = server;
        this.answer = answer;
    }

    static RawServer answering(String answer) throws IOException {
        var raw = new RawServer(new ServerSocket(0, 8, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})), answer);
        Thread.ofVirtual().start(raw::accept);
        return raw;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    int connections() {
        return connections.get();
    }

    String received() {
        synchronized (received) {
            return received.toString();
        }
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                open.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (SocketException e) {
            // closed: the test is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket socket) {
        try {
            var buffer = new byte[65536];
            boolean answered = false;
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                synchronized (received) {
                    received.append(new String(buffer, 0, n, ISO_8859_1));
                }
                if (!answered) {
                    socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
                    answered = true;
                }
            }
        } catch (IOException e) {
            // the client went away
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : open) {
            socket.close();
        }
    }
}
