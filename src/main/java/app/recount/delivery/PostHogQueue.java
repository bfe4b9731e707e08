package app.recount.delivery;

import com.posthog.java.PostHog;
import com.posthog.java.QueueManager;
import java.time.Duration;

/**
 * posthog-java around one sending. Its {@code capture} would stamp random ids and the present time, so the events are put into its
 * queue directly, and its shutdown is the barrier: it returns after the sender did.
 */
final class PostHogQueue {

    /** Longer than any sending; a queue that grows old is sent early. */
    private static final Duration LONG = Duration.ofDays(1);

    private static final int POLL_MILLIS = 5;

    private PostHogQueue() {}

    /** Blocks until the sender has its result. Only for a thread that nobody interrupts: that would end the barrier. */
    static void deliver(HistoricalSender sender) {
        var events = sender.events();
        // the size is what triggers a sending, not what limits one: everything goes at once, at shutdown
        var queue = new QueueManager.Builder(sender)
                .maxQueueSize(events.size() + 1)
                .maxTimeInQueue(LONG)
                .sleepMs(POLL_MILLIS)
                .build();
        events.forEach(queue::add);
        new PostHog.BuilderWithCustomQueueManager(queue, sender).build().shutdown();
    }
}
