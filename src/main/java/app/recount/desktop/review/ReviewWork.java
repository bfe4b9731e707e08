package app.recount.desktop.review;

import app.recount.consent.Approval;
import app.recount.delivery.Backfill;
import app.recount.delivery.BackfillPreview;
import app.recount.delivery.Decline;
import app.recount.delivery.Outcome;
import app.recount.delivery.SendRequest;
import app.recount.delivery.WaitingDelivery;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Job;
import app.recount.desktop.shell.LongWork;
import app.recount.desktop.shell.Navigation;
import app.recount.desktop.shell.Task;
import app.recount.desktop.shell.Workspace;
import app.recount.desktop.widget.Status;
import app.recount.payload.Digest;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.store.DataDirectory;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** What the page asks of the services, off the window's thread, and what it does with their answers. */
final class ReviewWork {

    private final Desk desk;
    private final Workspace workspace;
    private final Backfill backfill;
    private final Clock clock;
    private final ReviewModel model;
    private @Nullable Job sending;
    private long turns;
    private @Nullable DataDirectory booksOf;

    ReviewWork(Desk desk, Workspace workspace, Backfill backfill, Clock clock, ReviewModel model) {
        this.desk = desk;
        this.workspace = workspace;
        this.backfill = backfill;
        this.clock = clock;
        this.model = model;
    }

    /** The click is the confirmation: approves what the page shows and sends it. */
    void send() {
        if (model.inertia().get().isPresent()) {
            return;
        }
        var preview = model.preview().getValue().orElseThrow();
        send(preview, model.approve(clock.instant()));
    }

    /** Sends the very bytes that wait, whatever the database says now. */
    void sendAgain(WaitingDelivery waiting) {
        workspace.preview().get().ifPresent(preview -> send(preview, waiting.approval()));
    }

    private void send(BackfillPreview preview, Approval approval) {
        var request = SendRequest.of(preview.request(), approval);
        model.sendingStarted(approval);
        sending = desk.background()
                .task(desk.texts().get("review.sending.task"), progress -> {
                    var watch = new StepFeed(progress, Platform::runLater, model.step());
                    return backfill.delivery().send(request, watch);
                })
                .isLong(LongWork.SENDING)
                .whenDone(outcome -> ended(preview, outcome))
                .whenFailed(this::failed)
                .whenCancelled(model::sendingFailed)
                .start();
    }

    /** The books are read before the outcome is shown, so that its page can name its receipts; without them it is shown, too. */
    private void ended(BackfillPreview sent, Outcome outcome) {
        booksTask(sent)
                .whenDone(books -> {
                    booksAfter(sent, new BooksState.Known(books));
                    shown(outcome);
                })
                .whenFailed(problem -> {
                    booksAfter(sent, new BooksState.Unreadable(problem));
                    desk.notices().show(problem);
                    shown(outcome);
                })
                .whenCancelled(() -> shown(outcome))
                .start();
    }

    private void booksAfter(BackfillPreview sent, BooksState state) {
        if (sent.request().dataDirectory().equals(booksOf)) {
            model.books().set(state);
        }
    }

    private void shown(Outcome outcome) {
        model.sendingEnded(outcome);
        workspace.refresh();
    }

    private void failed(Problem problem) {
        model.sendingFailed();
        desk.notices().show(problem);
        workspace.refresh();
    }

    void cancelSending() {
        if (sending != null) {
            sending.cancel();
        }
    }

    /** Leaves the page of an outcome and reads everything again. */
    void lookAgain() {
        model.outcomeSeen();
        workspace.refresh();
    }

    /** What Recount remembers of the data directory; a reading that was overtaken is dropped. */
    void readBooks() {
        long turn = ++turns;
        leaveOther(workspace.source().dataDirectory());
        workspace.preview().get().ifPresent(preview -> {
            if (model.books().get() instanceof BooksState.Unreadable) {
                model.books().set(new BooksState.Reading());
            }
            booksTask(preview)
                    .whenDone(books -> booksRead(turn, new BooksState.Known(books)))
                    .whenFailed(problem -> booksRead(turn, new BooksState.Unreadable(problem)))
                    .whenCancelled(() -> booksRead(turn, new BooksState.Unreadable(Problem.of("CANCELLED.reading"))))
                    .start();
        });
    }

    private void booksRead(long turn, BooksState state) {
        if (turn == turns) {
            model.books().set(state);
        }
    }

    /** What is remembered of one data directory, and a body that was opened there, are not told of another. */
    private void leaveOther(DataDirectory directory) {
        if (!directory.equals(booksOf)) {
            booksOf = directory;
            model.books().set(new BooksState.Reading());
            model.openBody().set(Optional.empty());
        }
    }

    private Task<Books> booksTask(BackfillPreview preview) {
        return desk.background()
                .task(
                        desk.texts().get("review.since.reading"),
                        progress -> Books.read(backfill.receipts(), backfill.delivery(), preview));
    }

    void withoutLocation(boolean without) {
        workspace.withoutLocation(without);
    }

    /** What a question is about that is put now. */
    Asked asked() {
        return new Asked(workspace.source().dataDirectory(), workspace.preview().get());
    }

    /** Puts the no on record. */
    void notNow() {
        decline(
                asked(),
                new Decline.Choice(false, false),
                declined -> declined.stood()
                        .ifPresentOrElse(
                                receipt -> say("review.decision.stood", receipt.number()),
                                () -> say("review.decision.declined")));
    }

    void switchTelemetryOff(Asked asked) {
        decline(
                asked,
                new Decline.Choice(true, false),
                declined -> declined.setAside()
                        .ifPresentOrElse(
                                file -> say(
                                        "review.telemetry-off.set-aside",
                                        desk.paths().of(file)),
                                () -> say("review.telemetry-off.done")));
    }

    void writeMarker(Asked asked) {
        decline(
                asked,
                new Decline.Choice(false, true),
                declined ->
                        say(declined.marker().isPresent() ? "review.write-marker.done" : "review.write-marker.stood"));
    }

    private void decline(Asked asked, Decline.Choice choice, Consumer<Decline.Declined> done) {
        desk.background()
                .task(
                        desk.texts().get("review.decision.not-now"),
                        progress -> backfill.decline().decline(asked.directory(), asked.preview(), choice))
                .whenDone(declined -> {
                    done.accept(declined);
                    workspace.refresh();
                })
                .start();
    }

    /** What the ways to keep claude-mem from sending would change. Not answered where something else is shown by then. */
    void foresee(Asked asked, Consumer<Decline.Foresight> reader) {
        desk.background()
                .task(
                        desk.texts().get("review.not-now.title"),
                        progress -> backfill.decline().foresee(asked.directory()))
                .whenDone(workspace.ifStill(reader))
                .start();
    }

    /** Opens bytes that were approved earlier, unless something else is shown by then. */
    void openStored(Digest digest) {
        desk.background()
                .task(
                        desk.texts().get("review.payload.title"),
                        progress -> backfill.delivery().storedBody(digest))
                .whenDone(workspace.ifStill(body -> body.ifPresentOrElse(
                        bytes -> model.openBody().set(Optional.of(new OpenBody(bytes, digest))),
                        () -> desk.notices()
                                .say(Status.CAUTION, "NO_BYTES", desk.texts().get("review.waiting.no-bytes")))))
                .start();
    }

    void openReceipt(long number) {
        desk.navigation().go(Navigation.RECEIPTS, Long.toString(number));
    }

    /** The columns that are never read stand on the Activity page. */
    void showWithheld() {
        desk.navigation().go(Navigation.ACTIVITY, "withheld");
    }

    /** The window's own command that helps with an obstacle. */
    void help(Action.Kind kind) {
        switch (kind) {
            case OPEN_SETTINGS -> desk.navigation().go(Navigation.SETTINGS);
            case SHOW_DATA_DIRECTORY ->
                desk.folders().show(workspace.source().dataDirectory().path());
            case TRY_AGAIN -> workspace.refresh();
            case OPEN_ANOTHER -> desk.files().openDatabase().ifPresent(workspace::open);
            case OPEN_OWN -> workspace.openOwn();
            case SHOW_RECEIPTS -> desk.navigation().go(Navigation.RECEIPTS);
            case REVIEW -> lookAgain();
            case READ -> {
                // a sentence only; nothing to do
            }
        }
    }

    private void say(String key, Object... arguments) {
        desk.notices().say(Status.GOOD, "DECLINED", desk.texts().get(key, arguments));
    }
}
