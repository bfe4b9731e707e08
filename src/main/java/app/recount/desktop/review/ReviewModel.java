package app.recount.desktop.review;

import app.recount.consent.Approval;
import app.recount.consent.ReviewText;
import app.recount.delivery.BackfillPreview;
import app.recount.delivery.Outcome;
import app.recount.delivery.SendStep;
import app.recount.delivery.WaitingDelivery;
import app.recount.memory.ColumnReport;
import app.recount.store.DataDirectory;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * What the review page shows and whether it may send. <em>Send</em> sleeps until exactly the bytes that would go were opened once,
 * on their way to exactly this destination.
 */
final class ReviewModel {

    private final ObservableValue<Optional<BackfillPreview>> preview;
    private final ObservableValue<Boolean> reading;
    private final ReviewText text;

    private final ObjectProperty<Optional<Seen>> seen = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Approval>> onItsWay = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<ReviewState.Ended>> ended = new SimpleObjectProperty<>(Optional.empty());
    private Optional<DataDirectory> sentFrom = Optional.empty();
    private final ObjectProperty<BooksState> books = new SimpleObjectProperty<>(new BooksState.Reading());
    private final ObjectProperty<Optional<OpenBody>> openBody = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<SendStep>> step = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<ColumnReport>> columns = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectBinding<ReviewState> state;
    private final ObjectBinding<Optional<Inertia>> inertia;

    /**
     * @param preview the window's current preview
     * @param reading whether another one is being made
     * @param text the statements that the page shows
     */
    ReviewModel(ObservableValue<Optional<BackfillPreview>> preview, ObservableValue<Boolean> reading, ReviewText text) {
        this.preview = preview;
        this.reading = reading;
        this.text = text;
        this.state = Bindings.createObjectBinding(this::computeState, preview, books, onItsWay, ended);
        this.inertia = Bindings.createObjectBinding(this::computeInertia, preview, reading, seen, books, onItsWay);
    }

    /** Whether another preview is being made. */
    ObservableValue<Boolean> reading() {
        return reading;
    }

    ReviewText text() {
        return text;
    }

    /** The current preview. */
    ObservableValue<Optional<BackfillPreview>> preview() {
        return preview;
    }

    /** What becomes of the columns of the database; empty while it is not known. */
    ObjectProperty<Optional<ColumnReport>> columns() {
        return columns;
    }

    ObjectBinding<ReviewState> state() {
        return state;
    }

    /** Why <em>Send</em> does nothing now; empty when it would send. */
    ObjectBinding<Optional<Inertia>> inertia() {
        return inertia;
    }

    /** How the look at the payload stands. */
    ObservableValue<Optional<Seen>> seen() {
        return seen;
    }

    /** Whether the bytes of the current preview were looked at. */
    boolean hasLooked() {
        return preview.getValue().map(Seen::in).equals(seen.get());
    }

    /** Opens the whole body of the current preview; from now on it was looked at. */
    void openPayload() {
        preview.getValue().ifPresent(shown -> {
            openBody.set(Optional.of(
                    new OpenBody(shown.sealed().body(), shown.sealed().digest())));
            seen.set(Optional.of(Seen.in(shown)));
        });
    }

    /** The user's yes to what the page shows now. */
    Approval approve(Instant now) {
        if (inertia.get().isPresent()) {
            throw new IllegalStateException("not sendable: " + inertia.get().get());
        }
        return preview.getValue().orElseThrow().approve(text, now);
    }

    void sendingStarted(Approval approval) {
        sentFrom = directory();
        ended.set(Optional.empty());
        step.set(Optional.empty());
        onItsWay.set(Optional.of(approval));
    }

    void sendingEnded(Outcome outcome) {
        ended.set(Optional.of(new ReviewState.Ended(outcome)));
        onItsWay.set(Optional.empty());
    }

    /** A sending did not end with an outcome: a problem says why, and the page is as it was. */
    void sendingFailed() {
        onItsWay.set(Optional.empty());
    }

    /** What the books say; what waits for an outcome comes before everything that the database says now. */
    ObjectProperty<BooksState> books() {
        return books;
    }

    /** Where a sending is; empty before it began and after it ended. */
    ObjectProperty<Optional<SendStep>> step() {
        return step;
    }

    /** The body that is open in front of the page. */
    ObjectProperty<Optional<OpenBody>> openBody() {
        return openBody;
    }

    /** The page of an outcome was read; what stands now is to be shown. */
    void outcomeSeen() {
        ended.set(Optional.empty());
    }

    /** Of an approval whose sending never began the end is known: nothing left, so another one may be given. */
    private Optional<WaitingDelivery> waiting() {
        return books.get()
                .known()
                .flatMap(Books::waiting)
                .filter(delivery -> delivery.state() != WaitingDelivery.State.NOT_STARTED);
    }

    private ReviewState computeState() {
        if (onItsWay.get().isPresent()) {
            return new ReviewState.Sending(onItsWay.get().get());
        }
        // what was sent from elsewhere, the demo for instance, says nothing of what is shown now
        if (ended.get().isPresent() && sentFrom.equals(directory())) {
            return ended.get().get();
        }
        if (waiting().isPresent()) {
            return new ReviewState.WaitingForOutcome(waiting().get());
        }
        return preview.getValue().map(ReviewModel::stateOf).orElseGet(ReviewState.NothingRead::new);
    }

    private Optional<DataDirectory> directory() {
        return preview.getValue().map(shown -> shown.request().dataDirectory());
    }

    private static ReviewState stateOf(BackfillPreview preview) {
        return switch (preview.marker().kind()) {
            case CURRENT -> new ReviewState.NothingToDo(preview, MarkerStory.of(preview.marker()));
            case UNREADABLE -> new ReviewState.MarkerUnreadable(preview);
            case ABSENT, OLDER ->
                preview.sendable() ? new ReviewState.Ready(preview) : new ReviewState.Blocked(preview);
        };
    }

    private Optional<Inertia> computeInertia() {
        if (onItsWay.get().isPresent()) {
            return Optional.of(Inertia.SENDING);
        }
        if (waiting().isPresent()) {
            return Optional.of(Inertia.WAITING);
        }
        if (preview.getValue().isEmpty()) {
            return Optional.of(Inertia.NOTHING_READ);
        }
        if (!preview.getValue().get().sendable()) {
            return Optional.of(Inertia.BLOCKED);
        }
        if (books.get() instanceof BooksState.Unreadable) {
            return Optional.of(Inertia.BOOKS_UNREADABLE);
        }
        if (reading.getValue()) {
            return Optional.of(Inertia.SEALING);
        }
        if (seen.get().isEmpty()) {
            return Optional.of(Inertia.NOT_LOOKED_AT);
        }
        if (!hasLooked()) {
            return Optional.of(Inertia.CHANGED_SINCE_LOOK);
        }
        return books.get() instanceof BooksState.Reading ? Optional.of(Inertia.BOOKS_READING) : Optional.empty();
    }
}
