package app.recount.delivery;

import app.recount.payload.Destination;
import app.recount.payload.Digest;
import app.recount.text.Wording;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Puts one body on the wire, once, and tells what came of it. Never follows a redirect, never answers a challenge. */
final class HttpWire {

    private static final long POLL_MILLIS = 20;

    static {
        // the client would connect a second time by itself; attempts are counted and spaced here
        System.setProperty("jdk.httpclient.disableRetryConnect", "true");
    }

    private final Limits limits;
    private final String userAgent;

    /**
     * How long an attempt may take.
     *
     * @param connect until the connection stands
     * @param answer from the beginning to the last byte of the answer, however slowly either side writes …
     * @param bytesPerSecond … and a second more for so many bytes of the body
     */
    record Limits(Duration connect, Duration answer, int bytesPerSecond) {

        static final Limits STANDARD = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30), 50_000);

        Duration whole(int bytes) {
            return answer.plusSeconds(bytes / bytesPerSecond);
        }
    }

    HttpWire(Limits limits, String userAgent) {
        this.limits = limits;
        this.userAgent = userAgent;
    }

    /**
     * Posts the bytes.
     *
     * @param approved what they must hash to; anything else is not let out
     */
    Reply post(Destination destination, byte[] body, Digest approved, BooleanSupplier cancelled) {
        if (!Digest.of(body).equals(approved)) {
            throw new IllegalStateException("these are not the bytes that were approved");
        }
        var start = System.nanoTime();
        try {
            Reply reply = new Reply.NotSent(Wording.of("wire.noAddress"), 0);
            for (var address : Addresses.of(destination)) {
                reply = new Exchange(address, body, destination.isLoopback(), start, cancelled).run();
                if (!(reply instanceof Reply.NotSent)) {
                    break;
                }
            }
            return reply;
        } catch (Addresses.ForeignAddress e) {
            return new Reply.NotAllowed(e.why(), millisSince(start));
        } catch (UnknownHostException e) {
            return new Reply.NotSent(
                    Wording.of("wire.unresolved.name", String.valueOf(e.getMessage())), millisSince(start));
        }
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** One connection: none is kept, so that none can turn out to be stale when bytes are already in it. */
    private final class Exchange {

        private final URI address;
        private final WatchedBody body;
        private final boolean loopback;
        private final long start;
        private final Duration deadline;
        private final BooleanSupplier cancelled;
        private final BoundedAnswer answer = new BoundedAnswer();
        private final WatchedTls tls = new WatchedTls();
        private final AtomicReference<HttpResponse.@Nullable ResponseInfo> head = new AtomicReference<>();

        Exchange(URI address, byte[] body, boolean loopback, long start, BooleanSupplier cancelled) {
            this.address = address;
            this.body = new WatchedBody(body);
            this.loopback = loopback;
            this.start = start;
            this.deadline = limits.whole(body.length);
            this.cancelled = cancelled;
        }

        Reply run() {
            var client = client();
            try {
                var response = client.sendAsync(request(), info -> {
                    head.set(info);
                    return answer;
                });
                return await(response);
            } finally {
                client.shutdownNow();
            }
        }

        private HttpClient client() {
            var builder = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .sslContext(tls.context())
                    .connectTimeout(limits.connect());
            return (loopback ? builder.proxy(HttpClient.Builder.NO_PROXY) : standardProxy(builder)).build();
        }

        private static HttpClient.Builder standardProxy(HttpClient.Builder builder) {
            var selector = ProxySelector.getDefault();
            return selector == null ? builder : builder.proxy(selector);
        }

        private HttpRequest request() {
            return HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json")
                    .header("User-Agent", userAgent)
                    .POST(body)
                    .build();
        }

        /** The client's own time-out ends with the head of the answer; this one covers everything. */
        private Reply await(CompletableFuture<HttpResponse<String>> response) {
            while (true) {
                try {
                    var whole = response.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                    return answered(whole.statusCode(), whole.headers(), whole.body());
                } catch (TimeoutException e) {
                    if (cancelled.getAsBoolean()) {
                        return unanswered(Wording.of("wire.cancelled"));
                    }
                    if (System.nanoTime() - start > deadline.toNanos()) {
                        return unanswered(Wording.of("wire.silent", deadline.toSeconds()));
                    }
                } catch (ExecutionException e) {
                    return unanswered(clause(e.getCause()));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return unanswered(Wording.of("wire.interrupted"));
                }
            }
        }

        private Reply answered(int status, HttpHeaders headers, String text) {
            return new Reply.Answer(status, headers.firstValue("Retry-After"), text, millisSince(start));
        }

        /** An answer whose status is no 2xx says enough without its body. */
        private Reply unanswered(Wording why) {
            var known = head.get();
            if (known != null && known.statusCode() / 100 != 2) {
                return answered(known.statusCode(), known.headers(), answer.soFar());
            }
            return left() ? new Reply.NoAnswer(why, millisSince(start)) : new Reply.NotSent(why, millisSince(start));
        }

        /** Whether the first byte of the body can have left: it was taken, and TLS, if there is any, stood. */
        private boolean left() {
            return body.taken() && (!address.getScheme().equalsIgnoreCase("https") || tls.established());
        }

        private static Wording clause(@Nullable Throwable cause) {
            return switch (cause) {
                case HttpConnectTimeoutException _ -> Wording.of("wire.late");
                case ConnectException e
                when e.getCause() instanceof UnresolvedAddressException -> Wording.of("wire.unresolved");
                case ConnectException _ -> Wording.of("wire.refused");
                case SSLException e -> Wording.of("wire.insecure", String.valueOf(e.getMessage()));
                case IOException e ->
                    Wording.of(
                            "wire.lost",
                            Optional.ofNullable(e.getMessage())
                                    .orElse(e.getClass().getSimpleName()));
                case null, default -> Wording.of("wire.failed", String.valueOf(cause));
            };
        }
    }
}
