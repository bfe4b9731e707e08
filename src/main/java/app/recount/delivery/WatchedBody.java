package app.recount.delivery;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** The bytes of a request, and whether anybody has begun to take them. The HTTP client asks for them once it is connected. */
final class WatchedBody implements BodyPublisher {

    private final BodyPublisher bytes;
    private volatile boolean taken;

    WatchedBody(byte[] bytes) {
        this.bytes = BodyPublishers.ofByteArray(bytes);
    }

    boolean taken() {
        return taken;
    }

    @Override
    public long contentLength() {
        return bytes.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        taken = true;
        bytes.subscribe(subscriber);
    }
}
