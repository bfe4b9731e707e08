package app.recount.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.recount.delivery.TakenPart.Range;
import app.recount.payload.Digest;
import app.recount.payload.SealedPayload;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.text.Wording;
import com.posthog.java.Sender;
import com.posthog.java.shaded.org.json.JSONObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What posthog-java's queue hands its events to. The queue's events are only compared: what goes out are the sealed bytes. The
 * queue drops what a sender returns or throws, so the result is kept here.
 */
final class HistoricalSender implements Sender {

    private final SealedPayload payload;
    private final Digest approved;
    private final PartSender sender;
    private final Consumer<TakenPart> journal;
    private final SendWatch watch;

    private final Deque<Range> missing;
    private final List<Receipt.Part> parts = new ArrayList<>();
    private int requests;
    private boolean unanswered;
    private volatile @Nullable Transmission result;

    /**
     * Sends a payload once.
     *
     * @param missing the events that are not acknowledged yet
     * @param journal hears of each part that was taken before the next one is sent
     */
    HistoricalSender(
            SealedPayload payload,
            Digest approved,
            List<Range> missing,
            PartSender sender,
            Consumer<TakenPart> journal,
            SendWatch watch) {
        this.payload = payload;
        this.approved = approved;
        this.sender = sender;
        this.journal = journal;
        this.watch = watch;
        this.missing = new ArrayDeque<>(missing);
    }

    /** The events as posthog-java's queue takes them: with their own uuid and timestamp. */
    List<JSONObject> events() {
        return IntStream.range(0, payload.eventCount())
                .mapToObj(index -> new JSONObject(new String(payload.event(index), UTF_8)))
                .toList();
    }

    /** What became of it; empty if the queue never called. */
    Optional<Transmission> result() {
        return Optional.ofNullable(result);
    }

    @Override
    public Boolean send(List<JSONObject> queued) {
        Optional<Stop> stop;
        try {
            stop = transmit(queued);
        } catch (ProblemException e) {
            stop = Optional.of(Stop.here(e.problem()));
        } catch (RuntimeException | Error e) {
            // an exception would kill the queue's thread, and nobody would hear of it
            stop = Optional.of(Stop.here(Problem.of("SENDING_FAILED")
                    .because(Wording.verbatim(e.toString()))
                    .advising(Action.tryAgain())));
        }
        // whoever was told no can still have taken an earlier attempt of the same bytes, unless it said no for good
        result = new Transmission(requests, parts, unanswered, stop);
        return stop.isEmpty();
    }

    private Optional<Stop> transmit(List<JSONObject> queued) {
        if (result != null) {
            return Optional.of(unexpected(Wording.of("problem.DIGEST_CHANGED.twice")));
        }
        if (!uuids(queued).equals(uuids(events()))) {
            return Optional.of(unexpected(Wording.of("problem.DIGEST_CHANGED.events")));
        }
        if (!Digest.of(payload.body()).equals(approved)) {
            return Optional.of(unexpected(Wording.of("problem.DIGEST_CHANGED.digest", payload.digest())));
        }
        var stop = Optional.<Stop>empty();
        while (stop.isEmpty() && !missing.isEmpty()) {
            stop = sendNext(missing.removeFirst());
        }
        return stop;
    }

    private static List<String> uuids(List<JSONObject> events) {
        return events.stream().map(event -> event.getString("uuid")).sorted().toList();
    }

    private static Stop unexpected(Wording why) {
        return Refusals.changed(Problem.of("DIGEST_CHANGED.queue").explained(why));
    }

    private Optional<Stop> sendNext(Range range) {
        var part = payload.slice(range.from(), range.to());
        var effort = sender.send(part, remaining() + range.length());
        requests += effort.requests();
        effort.record().ifPresent(parts::add);
        return switch (effort.end()) {
            case PartSender.End.Taken taken -> {
                journal.accept(new TakenPart(range, taken.acknowledgement()));
                watch.report(new SendStep.Acknowledged(range.length(), remaining()));
                yield Optional.empty();
            }
            case PartSender.End.TooLarge large -> halve(range, large.answer());
            case PartSender.End.Stopped stopped -> {
                unanswered |= effort.unanswered();
                yield Optional.of(stopped.stop());
            }
        };
    }

    private int remaining() {
        return missing.stream().mapToInt(Range::length).sum();
    }

    private Optional<Stop> halve(Range range, String answer) {
        if (range.length() == 1) {
            return Optional.of(Stop.server(Problem.of("EVENT_TOO_LARGE").explained(range.from() + 1), answer, true));
        }
        missing.addFirst(range.secondHalf());
        missing.addFirst(range.firstHalf());
        return Optional.empty();
    }

    /** Feature flags and the like; nothing of the kind is asked for. */
    @Override
    public JSONObject post(String route, String body) {
        throw new UnsupportedOperationException(route);
    }
}
