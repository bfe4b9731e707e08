package app.recount;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A loopback server that keeps every byte that comes, and gives each connection one of its answers, the last one for ever. */
public final class WireTap implements AutoCloseable {

    /** What PostHog answers when it has taken a batch. */
    public static final String TAKEN = answer("200 OK", "{\"status\":\"Ok\"}");

    /**
     * All that one connection brought, byte by byte as characters.
     *
     * @param head request line and headers, with the empty line
     * @param body as many bytes as the head announces
     * @param rest what came after that
     */
    public record Request(String head, String body, String rest) {}

    private final ServerSocket server;
    private final Queue<String> answers;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private String lastAnswer = TAKEN;

    private WireTap(ServerSocket server, List<String> answers) {
        this.server = server;
        this.answers = new ConcurrentLinkedQueue<>(answers);
    }

    public static WireTap answering(String... answers) throws IOException {
        var tap = new WireTap(
                new ServerSocket(0, 8, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})), List.of(answers));
        tap.threads.add(Thread.ofVirtual().start(tap::accept));
        return tap;
    }

    /** A whole answer with this status and body. */
    public static String answer(String status, String body) {
        return "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(status, body.length(), body);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Everything that came, once every connection has ended; nothing can come afterwards. */
    public List<Request> requests() throws IOException, InterruptedException {
        server.close();
        for (var thread : threads) {
            thread.join();
        }
        return List.copyOf(requests);
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                var next = answers.poll();
                lastAnswer = next == null ? lastAnswer : next;
                var answer = lastAnswer;
                threads.add(Thread.ofVirtual().start(() -> serve(socket, answer)));
            }
        } catch (SocketException e) {
            // closed: nobody is expected any more
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket connection, String answer) {
        try (var socket = connection) {
            var in = socket.getInputStream();
            var head = head(in);
            var body = new String(in.readNBytes(announced(head)), ISO_8859_1);
            socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            requests.add(new Request(head, body, rest(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    private static int announced(String head) {
        return head.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
                .findFirst()
                .orElse(0);
    }

    /** Until the other side ends the connection, gently or not. */
    private static String rest(InputStream in) {
        var rest = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                rest.write(next);
            }
        } catch (IOException e) {
            return rest.toString(ISO_8859_1); // reset instead of closed
        }
        return rest.toString(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
