package app.recount.rehearsal;

import app.recount.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Sends to a receiver, as a whole or by hand. */
final class Client implements AutoCloseable {

    private final RehearsalReceiver receiver;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Client(RehearsalReceiver receiver) {
        this.receiver = receiver;
    }

    HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(request("/batch/").POST(BodyPublishers.ofString(body)));
    }

    CompletableFuture<HttpResponse<String>> postLater(String body) {
        return http.sendAsync(
                request("/batch/").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(receiver.destination().resolve(path))
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Writes the text as it is and returns all that comes back until the receiver closes. */
    String raw(String text) throws IOException {
        try (var socket = connect(1)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A connection to 127.0.0.{@code last} at the receiver's port. */
    Socket connect(int last) throws IOException {
        var address = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
        return new Socket(address, receiver.destination().getPort());
    }

    void awaitReceptions(int count) {
        Await.until(() -> receiver.receptions().size() >= count);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
