package app.recount.desktop.activity;

import app.recount.desktop.activity.ActivityModel.Peer;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Later;
import app.recount.desktop.shell.Navigation;
import app.recount.desktop.shell.OpenedColumns;
import app.recount.desktop.shell.Page;
import app.recount.desktop.shell.RailEntry;
import app.recount.desktop.shell.Workspace;
import app.recount.memory.MemoryReader;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** The page of the activity. Its parts are {@code fields}, {@code json} and {@code withheld}. */
public final class ActivityPage implements Page {

    private final ActivityModel model;
    private final Later<ActivityView> view;
    private final RailEntry entry = new RailEntry(Navigation.ACTIVITY, Feather.ACTIVITY);

    public ActivityPage(Desk desk, Workspace workspace, OpenedColumns columns, MemoryReader memory) {
        model = new ActivityModel(workspace.preview());
        columns.report()
                .subscribe(report -> model.withheld.set(
                        report.flatMap(now -> model.preview().map(preview -> Withheld.of(now, preview)))));
        view = new Later<>(() -> new ActivityView(
                desk,
                model,
                new ExplanationWork(desk, model, memory),
                workspace::refresh,
                new ExportMenu(desk, model)));
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
        return view.get().table();
    }

    @Override
    public void reveal(String part) {
        Stream.of(Peer.values())
                .filter(peer -> peer.name().toLowerCase(Locale.ROOT).equals(part))
                .forEach(model.peer::set);
    }

    @Override
    public Optional<Runnable> command(Command command) {
        return switch (command) {
            case FILTER -> Optional.of(view.get().filter()::requestFocus);
            case EXPORT -> Optional.of(view.get().export()::fire);
            case COPY_JSON -> Optional.of(view.get().inspector()::copyJson);
            case SAVE_PICTURE -> Optional.of(view.get().chart()::save);
            case REFRESH -> Optional.empty();
        };
    }
}
