package app.recount.delivery;

import app.recount.payload.Destination;
import app.recount.payload.Digest;
import app.recount.payload.SealedPayload;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import app.recount.text.Wording;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Sends what was approved, byte for byte, and keeps books of it. Blocks for as long as the network takes: call it from a thread of
 * its own. Any number of processes may use the same home and data directory; one of them sends.
 */
public final class Delivery {

    private final Environment environment;
    private final RecountHome home;
    private final BackfillRun run;
    private final ApprovalCheck approvals;
    private final ApprovedStore approved;
    private final Dispatch dispatch;

    Delivery(
            Environment environment,
            RecountHome home,
            BackfillRun run,
            ApprovalCheck approvals,
            ApprovedStore approved,
            Dispatch dispatch) {
        this.environment = environment;
        this.home = home;
        this.run = run;
        this.approvals = approvals;
        this.approved = approved;
        this.dispatch = dispatch;
    }

    /** What waits for an outcome in this data directory, newest first. */
    public List<WaitingDelivery> waiting(DataDirectory directory) {
        boolean running = running();
        return approved.of(directory.realPath()).stream()
                .filter(KeptDelivery::waits)
                .map(kept -> kept.waiting(running))
                .toList();
    }

    /**
     * Why the bytes of this preview would be refused although no gate is closed: others wait that may have arrived, or what waits cannot
     * be read, which keeps nobody from looking at them.
     */
    public Optional<Problem> obstacle(BackfillPreview preview) {
        var shown = preview.request();
        var digest = preview.sealed().digest();
        try {
            var own = approved.find(
                    digest, shown.destination().address(), shown.dataDirectory().realPath());
            return own.filter(KeptDelivery::mayCount).isPresent()
                    ? Optional.empty()
                    : unsettled(shown, digest).map(Refusals::waits).map(Stop::problem);
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    private boolean running() {
        try {
            return SendLock.isTaken(home);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("HOME_NOT_WRITABLE.use", home.folder())
                            .because(e)
                            .advising(Action.tryAgain()),
                    e);
        }
    }

    /** The bytes that were approved under this digest, whatever became of them. */
    public Optional<byte[]> storedBody(Digest digest) {
        return approved.storedBody(digest);
    }

    /**
     * Walks all gates, compares with what was approved, sends, and writes the marker once every part was acknowledged. A payload
     * that waits is not built again: its kept bytes are sent, and of them only the parts that are missing. An interrupt cancels.
     *
     * @throws ProblemException if the database cannot be read or Recount's own files cannot be written, before any byte has left
     */
    public Outcome send(SendRequest request, SendWatch watch) {
        return UninterruptedWork.run(watch, own -> sendUninterrupted(request, own));
    }

    private Outcome sendUninterrupted(SendRequest request, SendWatch watch) {
        if (!request.dryRun() && !Gates.dryRun(environment)) {
            SendLock.clearUp(home, request.preview().dataDirectory());
        }
        var waiting = approved.find(
                        request.approved(),
                        request.preview().destination().address(),
                        request.preview().dataDirectory().realPath())
                .filter(KeptDelivery::waits);
        try {
            return notAsItIs(request)
                    .map(stop -> waiting.map(kept -> end(request, kept, stop)).orElseGet(() -> end(request, 0, stop)))
                    .or(() -> waiting.map(kept -> sendAgain(request, kept, watch)))
                    .orElseGet(() -> sendFirst(request, watch));
        } catch (CancellationException e) {
            return waiting.map(kept -> end(request, kept, Stop.cancelled()))
                    .orElseGet(() -> end(request, 0, Stop.cancelled()));
        }
    }

    /** A payload under another clock or another id can be looked at; only the one as it is can be sent. */
    private Optional<Stop> notAsItIs(SendRequest request) {
        if (request.preview().now().isPresent()) {
            return Optional.of(Refusals.changed(Problem.of("NOW_NOT_ALLOWED").explained()));
        }
        return request.preview()
                .installId()
                .filter(id -> !id.equals(run.ownInstallId(request.preview().dataDirectory())))
                .map(id -> Refusals.changed(
                        Problem.of("INSTALL_ID_DIFFERS.foreign").explained(id)));
    }

    private Outcome sendFirst(SendRequest request, SendWatch watch) {
        var directory = request.preview().dataDirectory();
        var preview = run.build(request.preview().asOwn(), progress(watch));
        int events = preview.sealed().eventCount();
        var gates = new SendGates(preview.blockedBy(), request);
        var early = gates.untilDryRun();
        if (early.isPresent()) {
            return end(request, events, early.get());
        }
        if (preview.dryRun()) {
            return dryRun(preview.sealed(), request);
        }
        var late = gates.afterDryRun();
        if (late.isPresent()) {
            return end(request, events, late.get());
        }
        var other = unsettled(request.preview(), request.approved());
        if (other.isPresent()) {
            return end(request, events, Refusals.waits(other.get()));
        }
        return switch (approvals.check(request, preview, directory.realPath())) {
            case ApprovalCheck.Result.Worthless none -> end(request, events, none.stop());
            case ApprovalCheck.Result.Valid valid ->
                request.dryRun()
                        ? dryRun(preview.sealed(), request)
                        : dispatch(
                                request,
                                KeptDelivery.approved(valid.approval(), directory.realPath()),
                                preview.sealed(),
                                watch);
        };
    }

    /** The same gates, but for the payload: it is the one that was approved. */
    private Outcome sendAgain(SendRequest request, KeptDelivery kept, SendWatch watch) {
        var payload = stored(kept);
        var approval = kept.approval();
        var look = new LastLook(
                environment, request.preview().dataDirectory(), approval.payloadVersion(), approval.installId());
        boolean dry = request.dryRun() || Gates.dryRun(environment);
        var early = look.marked();
        if (early.isPresent() && dry) {
            return end(request, kept, early.get());
        }
        if (early.isEmpty() && !kept.missing().isEmpty()) {
            var closed = look.closed();
            if (closed.isPresent()) {
                return end(request, kept, closed.get());
            }
            var late = Gates.dryRun(environment) ? Optional.<Stop>empty() : SendGates.again(request.preview(), payload);
            if (late.isPresent()) {
                return end(request, kept, late.get());
            }
        }
        return dry ? dryRun(payload, request) : dispatch(request, kept, payload, watch);
    }

    private SealedPayload stored(KeptDelivery kept) {
        var digest = kept.approval().digest();
        return approved.storedBody(digest)
                .flatMap(SealedPayload::parse)
                .filter(payload -> payload.eventCount() == kept.approval().eventCount())
                .orElseThrow(() -> new ProblemException(Problem.of("APPROVED_UNREADABLE.gone", digest.shortened())
                        .explained()
                        .advising(Action.showReceipts())));
    }

    /** With the lock: whoever had it before may have sent the same, or a part of it. */
    private Outcome dispatch(SendRequest request, KeptDelivery wanted, SealedPayload payload, SendWatch watch) {
        var directory = request.preview().dataDirectory();
        try (var lock = SendLock.take(home, directory, Pause.REAL, watch).orElse(null)) {
            if (lock == null) {
                return end(request, wanted, watch.isCancelled() ? Stop.cancelled() : busy());
            }
            var kept = approved.find(
                            wanted.approval().digest(), wanted.approval().destination(), wanted.dataDirectory())
                    .filter(KeptDelivery::waits)
                    .orElse(wanted);
            var other =
                    kept.mayCount() ? Optional.<KeptDelivery>empty() : unsettled(request.preview(), request.approved());
            return other.isPresent()
                    ? end(request, kept, Refusals.waits(other.get()))
                    : dispatch.run(kept, payload, destination(request), directory, watch);
        } catch (IOException e) {
            return end(
                    request,
                    wanted,
                    Stop.here(Problem.of("DATA_DIRECTORY_NOT_WRITABLE.marker")
                            .because(e)
                            .advising(Action.showDataDirectory())));
        }
    }

    /** What else waits in this data directory than these bytes for this destination, and may have arrived. */
    private Optional<KeptDelivery> unsettled(PreviewRequest shown, Digest digest) {
        return approved.of(shown.dataDirectory().realPath()).stream()
                .filter(KeptDelivery::mayCount)
                .filter(kept -> !kept.approval().digest().equals(digest)
                        || !kept.approval()
                                .destination()
                                .equals(shown.destination().address()))
                .findFirst();
    }

    private static Destination destination(SendRequest request) {
        return request.preview().destination();
    }

    private static Stop busy() {
        return Stop.here(Problem.of("SEND_IN_PROGRESS").advising(Action.tryAgain()));
    }

    private static Outcome dryRun(SealedPayload payload, SendRequest request) {
        return new Outcome.DryRun(
                payload.digest(),
                payload.eventCount(),
                DryRunSummary.of(payload, destination(request).address()));
    }

    /** The same of what waits: what was open stays open, whatever keeps it from being sent now. */
    private static Outcome end(SendRequest request, KeptDelivery kept, Stop stop) {
        var found = kept.found();
        return found.isOpen() && !stop.isNothingToDo()
                ? Dispatch.open(found, stop)
                : end(request, kept.approval().eventCount(), stop);
    }

    /** An end before anything was put into the books. */
    private static Outcome end(SendRequest request, int events, Stop stop) {
        return stop.isNothingToDo()
                ? new Outcome.NothingToDo(
                        request.approved(),
                        events,
                        stop.gate().orElseThrow(),
                        stop.problem().message())
                : new Outcome.Refused(request.approved(), 0, events, stop.by(), stop.problem(), stop.answer());
    }

    private static Progress progress(SendWatch watch) {
        return new Progress() {
            @Override
            public void report(Wording step, double fraction) {
                watch.report(new SendStep.Reading(fraction));
            }

            @Override
            public boolean isCancelled() {
                return watch.isCancelled();
            }
        };
    }
}
