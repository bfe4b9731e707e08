package app.recount.delivery;

import app.recount.consent.Approval;
import app.recount.payload.Destination;
import app.recount.payload.SealedPayload;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.text.Wording;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Brings one approved payload out, with the send lock held: books, last look, wire, marker. Everything that must be known after a
 * crash is on the disk before the step that could be doubled.
 */
final class Dispatch {

    private final Environment environment;
    private final Clock clock;
    private final DeliveryBooks books;
    private final HttpWire wire;
    private final RetryPolicy policy;
    private final Pause pause;

    Dispatch(
            Environment environment, Clock clock, DeliveryBooks books, HttpWire wire, RetryPolicy policy, Pause pause) {
        this.environment = environment;
        this.clock = clock;
        this.books = books;
        this.wire = wire;
        this.policy = policy;
        this.pause = pause;
    }

    /** Sends what is missing of the payload. */
    Outcome run(
            KeptDelivery onFile,
            SealedPayload payload,
            Destination destination,
            DataDirectory directory,
            SendWatch watch) {
        var kept = onFile.found();
        var approval = kept.approval();
        var marker = new CompletionMarker(directory.marker());
        var lastLook = new LastLook(environment, directory, approval.payloadVersion(), approval.installId());
        books.approve(kept, payload);
        if (kept.missing().isEmpty()) {
            return lastLook.marked()
                    .map(stop -> marked(kept, stop, marker))
                    .orElseGet(() -> finish(kept, Transmission.NONE, marker));
        }
        var closed = lastLook.closed();
        if (closed.isEmpty()) {
            lastLook.keepInstallId();
            closed = lastLook.closed();
        }
        if (closed.isPresent()) {
            return ended(kept, Transmission.NONE, closed.get());
        }
        var state = new AtomicReference<>(books.send(kept));
        var sent = transmit(state, payload, destination, lastLook, watch);
        try {
            return sent.stop()
                    .filter(_ -> !state.get().missing().isEmpty())
                    .map(stop -> ended(state.get(), sent, stop))
                    .orElseGet(() -> finish(state.get(), sent, marker));
        } catch (ProblemException e) {
            // bytes have left, and Recount's own books could not be written: what is on the disk still says that it
            // waits
            return unknown(state.get(), sent, e.problem());
        }
    }

    private Transmission transmit(
            AtomicReference<KeptDelivery> state,
            SealedPayload payload,
            Destination destination,
            LastLook lastLook,
            SendWatch watch) {
        var parts = new PartSender(wire, destination, policy, pause, clock, lastLook::closed, watch);
        var sender = new HistoricalSender(
                payload,
                state.get().approval().digest(),
                state.get().missing(),
                parts,
                part -> {
                    state.set(state.get().with(part, clock.instant()));
                    books.save(state.get());
                },
                watch);
        PostHogQueue.deliver(sender);
        return sender.result()
                .orElseThrow(() -> new IllegalStateException("posthog-java's queue ended without sending"));
    }

    /** Everything was acknowledged, now or earlier. */
    private Outcome finish(KeptDelivery kept, Transmission sent, CompletionMarker file) {
        var acknowledged = books.acknowledge(kept, sent);
        var approval = kept.approval();
        var before = file.read(approval.payloadVersion()).content();
        var marker = marker(approval);
        try {
            file.write(marker);
        } catch (ProblemException e) {
            var stop = Stop.here(e.problem());
            var outcome = unknown(acknowledged, sent, e.problem());
            books.end(acknowledged, KeptDelivery.Phase.ACKNOWLEDGED, sent, outcome, stop);
            return outcome;
        }
        var unrecorded = close(
                acknowledged,
                before.map(old -> Wording.of("receipt.marker.replaced", old))
                        .orElse(Wording.of("receipt.marker.first")));
        return new Outcome.Delivered(
                approval.digest(),
                sent.requests(),
                approval.eventCount(),
                acknowledged.acknowledgements(),
                marker,
                unrecorded);
    }

    /** The marker stands, whatever becomes of its receipt: to call that unknown would be untrue. */
    private Optional<Problem> close(KeptDelivery acknowledged, Wording note) {
        try {
            books.deliver(acknowledged, note);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    private Marker marker(Approval approval) {
        return new Marker(
                clock.instant(),
                approval.throughDay(),
                approval.eventCount(),
                approval.installId(),
                approval.payloadVersion());
    }

    /** Everything was acknowledged earlier, and a marker stands: ours, if the program ended right after writing it. */
    private Outcome marked(KeptDelivery kept, Stop stop, CompletionMarker file) {
        if (file.says(marker(kept.approval()))) {
            books.deliver(kept, Wording.of("receipt.marker.stood"));
            return nothingToDo(kept, stop);
        }
        return ended(kept, Transmission.NONE, stop);
    }

    private Outcome ended(KeptDelivery kept, Transmission sent, Stop stop) {
        boolean open = kept.isOpen() || sent.unanswered();
        boolean idle = sent.requests() == 0 && stop.by() == Outcome.By.GATE;
        if (stop.isNothingToDo() && (idle || !open)) {
            return end(kept, KeptDelivery.Phase.SUPERSEDED, sent, nothingToDo(kept, stop), stop);
        }
        if (!kept.taken().isEmpty()) {
            var outcome = unknown(kept, sent, open(kept, stop.problem()));
            return end(kept, KeptDelivery.Phase.UNKNOWN, sent, outcome, Stop.here(outcome.problem()));
        }
        if (open && !stop.settles()) {
            return end(kept, KeptDelivery.Phase.UNKNOWN, sent, unknown(kept, sent, stop.problem()), stop);
        }
        return end(kept, KeptDelivery.Phase.REFUSED, sent, refused(kept, sent, stop), stop);
    }

    private Outcome end(KeptDelivery kept, KeptDelivery.Phase phase, Transmission sent, Outcome outcome, Stop stop) {
        books.end(kept, phase, sent, outcome, stop);
        return outcome;
    }

    private static Outcome nothingToDo(KeptDelivery kept, Stop stop) {
        var approval = kept.approval();
        return new Outcome.NothingToDo(
                approval.digest(),
                approval.eventCount(),
                stop.gate().orElseThrow(),
                stop.problem().message());
    }

    private static Outcome refused(KeptDelivery kept, Transmission sent, Stop stop) {
        var approval = kept.approval();
        return new Outcome.Refused(
                approval.digest(), sent.requests(), approval.eventCount(), stop.by(), stop.problem(), stop.answer());
    }

    /** The end of a sending that began with something open, before anything of it reached the books. */
    static Outcome.Unknown open(KeptDelivery kept, Stop stop) {
        return unknown(kept, Transmission.NONE, open(kept, stop.problem()));
    }

    private static Problem open(KeptDelivery kept, Problem problem) {
        if (kept.taken().isEmpty()) {
            return problem;
        }
        int taken =
                kept.taken().stream().mapToInt(part -> part.range().length()).sum();
        return Problem.of("PARTLY_ACKNOWLEDGED", taken, kept.approval().eventCount())
                .explained(problem.message())
                .advising(problem.actions());
    }

    private static Outcome.Unknown unknown(KeptDelivery kept, Transmission sent, Problem problem) {
        return new Outcome.Unknown(
                kept.approval().digest(),
                sent.requests(),
                kept.approval().eventCount(),
                kept.acknowledgements(),
                problem);
    }
}
