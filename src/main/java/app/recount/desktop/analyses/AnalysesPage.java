package app.recount.desktop.analyses;

import app.recount.desktop.shell.Badge;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Later;
import app.recount.desktop.shell.LiveSessions;
import app.recount.desktop.shell.Navigation;
import app.recount.desktop.shell.Page;
import app.recount.desktop.shell.RailEntry;
import app.recount.report.ExportFormat;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** The page of the analysis runs. Its parts are the ids of runs, and {@link Navigation#startRun}. */
public final class AnalysesPage implements Page {

    private final RunsModel model;
    private final RunsWork work;
    private final Later<AnalysesView> view;
    private final RunDesk actions;
    private final RunStanding standing;
    private final RailEntry entry;
    private Optional<String> wanted = Optional.empty();

    public AnalysesPage(Desk desk, LiveSessions live, Clock clock) {
        model = new RunsModel(clock.instant());
        work = new RunsWork(desk, live, model, clock, this::inFront);
        actions = new RunDesk(
                desk, live, model, work, clock, () -> content().getScene().getWindow());
        view = new Later<>(() -> new AnalysesView(desk, model, actions, work::refresh));
        actions.showsFindingsWith(() -> view.get().findings().showAll());
        standing = new RunStanding(model, desk.texts());
        entry = new RailEntry(
                Navigation.ANALYSES, Feather.LAYERS, model.counts().map(standing::badge));
        model.stock().subscribe(read -> revealWanted());
        work.begin();
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
    public Optional<ObservableValue<Badge>> standing() {
        return Optional.of(standing.line());
    }

    @Override
    public List<MenuEntry> runMenu() {
        return actions.menu();
    }

    @Override
    public Node firstFocus() {
        return view.get().firstFocus();
    }

    @Override
    public boolean needsDatabase() {
        return false;
    }

    @Override
    public void shown() {
        work.shown();
    }

    @Override
    public void reveal(String part) {
        Navigation.sessionToStart(part).ifPresentOrElse(actions::startIn, () -> {
            wanted = Optional.of(part);
            revealWanted();
        });
    }

    @Override
    public Optional<Runnable> command(Command command) {
        return switch (command) {
            case FILTER -> Optional.of(view.get().list()::focusFilter);
            case REFRESH -> Optional.of(work::refresh);
            case EXPORT ->
                model.visible().isEmpty()
                        ? Optional.empty()
                        : Optional.of(() -> actions.export(view.get().list().exported(), ExportFormat.YAML));
            case COPY_JSON, SAVE_PICTURE -> Optional.empty();
        };
    }

    private void revealWanted() {
        wanted.filter(id -> model.run(id).isPresent()).ifPresent(id -> {
            wanted = Optional.empty();
            model.select(id);
        });
    }

    /** A run that is pinned is looked at, whatever page or window is in front. */
    private boolean inFront() {
        return actions.isPinned() || view.isSeen();
    }
}
