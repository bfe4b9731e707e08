package app.recount.desktop.review;

import app.recount.delivery.BackfillPreview;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Labels;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Shows the face of the page that fits its state, or the whole body while one is open. */
final class ReviewView extends StackPane {

    private final Desk desk;
    private final ReviewModel model;
    private final DeclineDialogs dialogs;
    private final DecideFace decide;
    private final SendingFace sending;
    private final DoneFace done;
    private final UnreadableFace unreadable;
    private final WaitingFace waiting;
    private final OutcomeFace outcome;
    private final StackPane faces = new StackPane();
    private @Nullable PayloadView payload;
    private Node firstFocus = this;

    ReviewView(Desk desk, ReviewModel model, ReviewWork work) {
        this.desk = desk;
        this.model = model;
        dialogs = new DeclineDialogs(desk.texts(), work, () -> getScene().getWindow());
        decide = new DecideFace(desk, model, work, dialogs);
        sending = new SendingFace(desk.texts(), work);
        done = new DoneFace(desk, model, work, dialogs);
        unreadable = new UnreadableFace(desk, dialogs);
        waiting = new WaitingFace(desk.texts(), work);
        outcome = new OutcomeFace(desk, model, work, dialogs);
        getChildren().add(faces);
        model.state().subscribe(this::show);
        model.inertia().subscribe(why -> model.preview().getValue().ifPresent(decide::showDecision));
        model.seen().subscribe(seen -> model.preview().getValue().ifPresent(decide::showDecision));
        model.reading().subscribe(reading -> {
            if (!reading) {
                model.preview().getValue().ifPresent(decide::showOptions);
            }
        });
        model.books().subscribe(this::booksChanged);
        model.preview().subscribe(this::previewChanged);
        model.step().subscribe(sending::showStep);
        model.openBody().subscribe(this::bodyChanged);
    }

    DeclineDialogs dialogs() {
        return dialogs;
    }

    Node firstFocus() {
        return payload == null ? firstFocus : payload.firstFocus();
    }

    /** The whole body, while it is in front. */
    Optional<PayloadView> payload() {
        return Optional.ofNullable(payload);
    }

    private void show(ReviewState state) {
        var face = switch (state) {
            case ReviewState.Ready ready -> decideOn(ready.preview());
            case ReviewState.Blocked blocked -> decideOn(blocked.preview());
            case ReviewState.Sending now -> {
                sending.show(now.approval());
                yield focused(sending.node(), sending.firstFocus());
            }
            case ReviewState.NothingToDo nothing -> fresh(done.of(nothing));
            case ReviewState.MarkerUnreadable marker -> fresh(unreadable.of(marker));
            case ReviewState.WaitingForOutcome delivery -> fresh(waiting.of(delivery));
            case ReviewState.Ended ended -> fresh(outcome.of(ended.outcome()));
            case ReviewState.NothingRead nothing ->
                fresh(new StackPane(Labels.muted(desk.texts().get("shell.readingNow"))));
        };
        put(face);
    }

    private Node decideOn(BackfillPreview preview) {
        decide.show(preview);
        return focused(decide.node(), decide.firstFocus());
    }

    private Node fresh(Node face) {
        return focused(face, face);
    }

    private Node focused(Node face, Node focus) {
        firstFocus = focus;
        return face;
    }

    private void put(Node face) {
        if (!faces.getChildren().contains(face)) {
            faces.getChildren().setAll(face);
        }
    }

    /** Faces that are made once per state tell what the books say only when they are made. */
    private void booksChanged(BooksState books) {
        switch (model.state().get()) {
            case ReviewState.NothingToDo nothing -> show(nothing);
            case ReviewState.Ready ready -> decide.showBooks(ready.preview());
            case ReviewState.Blocked blocked -> decide.showBooks(blocked.preview());
            default -> {
                // what waits is part of the state itself; the others are about one sending
            }
        }
    }

    /** The page of an outcome shows the marker as it stands after the sending. */
    private void previewChanged(Optional<BackfillPreview> preview) {
        if (model.state().get() instanceof ReviewState.Ended ended) {
            show(ended);
        }
    }

    private void bodyChanged(Optional<OpenBody> body) {
        if (payload != null) {
            getChildren().remove(payload);
        }
        payload = body.map(open ->
                        new PayloadView(desk, open, () -> model.openBody().set(Optional.empty())))
                .orElse(null);
        if (payload != null) {
            getChildren().add(payload);
        }
        faces.setVisible(payload == null);
        firstFocus().requestFocus();
    }
}
