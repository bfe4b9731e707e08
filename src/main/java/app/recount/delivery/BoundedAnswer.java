package app.recount.delivery;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads the beginning of an answer and hangs up on the rest: a server can be wrong, or hostile. */
final class BoundedAnswer implements BodySubscriber<String> {

    /** PostHog's answers have some hundred bytes. */
    static final int LARGEST = 64 * 1024;

    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CompletableFuture<String> text = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    @Override
    public CompletionStage<String> getBody() {
        return text;
    }

    @Override
    public void onSubscribe(Flow.Subscription started) {
        subscription = started;
        started.request(1);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        for (var buffer : buffers) {
            var bytes = new byte[Math.min(buffer.remaining(), LARGEST - read.size())];
            buffer.get(bytes);
            read.writeBytes(bytes);
        }
        var running = Objects.requireNonNull(subscription, "nothing comes before onSubscribe");
        if (read.size() == LARGEST) {
            running.cancel();
            onComplete();
        } else {
            running.request(1);
        }
    }

    @Override
    public void onError(Throwable failure) {
        text.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        text.complete(soFar());
    }

    /** What has been read until now, also when the rest never came. */
    synchronized String soFar() {
        return read.toString(StandardCharsets.UTF_8);
    }
}
