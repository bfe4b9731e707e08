package app.recount.desktop.review;

import app.recount.consent.ReviewText;
import app.recount.delivery.Backfill;
import app.recount.delivery.BackfillPreview;
import app.recount.desktop.shell.Badge;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Later;
import app.recount.desktop.shell.Navigation;
import app.recount.desktop.shell.OpenedColumns;
import app.recount.desktop.shell.Page;
import app.recount.desktop.shell.RailEntry;
import app.recount.desktop.shell.Workspace;
import app.recount.desktop.widget.Figures;
import java.time.Clock;
import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** Review &amp; send: one page, one decision. */
public final class ReviewPage implements Page {

    /** The part that asks whether telemetry should be switched off. */
    public static final String TELEMETRY_OFF = "telemetry-off";

    /** The rail has room for four figures; the page itself says all of them. */
    private static final int MOST_IN_FULL = 10_000;

    private final Desk desk;
    private final ReviewModel model;
    private final ReviewWork work;
    private final Later<ReviewView> view;
    private final RailEntry entry;

    public ReviewPage(Desk desk, Workspace workspace, OpenedColumns columns, Backfill backfill, Clock clock) {
        this.desk = desk;
        model = new ReviewModel(workspace.preview(), workspace.reading(), ReviewText.from(desk.texts()));
        work = new ReviewWork(desk, workspace, backfill, clock, model);
        view = new Later<>(() -> new ReviewView(desk, model, work));
        entry = new RailEntry(Navigation.REVIEW, Feather.SEND, model.state().map(this::badge));
        workspace.preview().subscribe(preview -> work.readBooks());
        columns.report().subscribe(model.columns()::set);
    }

    @Override
    public RailEntry entry() {
        return entry;
    }

    @Override
    public Node content() {
        return view.get();
    }

    @Override
    public Node firstFocus() {
        return view.get().firstFocus();
    }

    @Override
    public Optional<Runnable> command(Command command) {
        return switch (command) {
            case FILTER -> view.get().payload().map(open -> open::find);
            case EXPORT -> view.get().payload().map(open -> open::save);
            case COPY_JSON -> view.get().payload().map(open -> open::copy);
            case REFRESH -> Optional.of(work::lookAgain);
            case SAVE_PICTURE -> Optional.empty();
        };
    }

    /** Knows {@value #TELEMETRY_OFF}. */
    @Override
    public void reveal(String part) {
        if (part.equals(TELEMETRY_OFF)) {
            view.get().dialogs().askTelemetryOff();
        }
    }

    private Badge badge(ReviewState state) {
        return switch (state) {
            case ReviewState.NothingRead _ -> Badge.NONE;
            case ReviewState.Ready ready -> count(ready.preview());
            case ReviewState.Blocked blocked -> count(blocked.preview());
            case ReviewState.NothingToDo _ -> Badge.done(desk.texts().get("review.done.subtitle"));
            case ReviewState.MarkerUnreadable _ -> Badge.caution(desk.texts().get("review.unreadable.title"));
            case ReviewState.WaitingForOutcome _ -> Badge.caution(desk.texts().get("review.waiting.subtitle"));
            case ReviewState.Sending _ -> Badge.busy(desk.texts().get("review.sending.subtitle"));
            case ReviewState.Ended ended -> badge(OutcomeWords.of(ended.outcome(), desk.texts()));
        };
    }

    private static Badge count(BackfillPreview preview) {
        int events = preview.sealed().eventCount();
        return events == 0
                ? Badge.NONE
                : Badge.count(events < MOST_IN_FULL ? Figures.of(events) : Figures.rough(events));
    }

    private static Badge badge(OutcomeWords words) {
        return switch (words.status()) {
            case GOOD -> Badge.done(words.title());
            default -> Badge.caution(words.title());
        };
    }
}
