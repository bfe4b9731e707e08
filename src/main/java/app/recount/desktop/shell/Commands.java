package app.recount.desktop.shell;

import app.recount.problem.Action;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;

/** What menu, rail, notices and the empty state can do, each in one place. */
final class Commands {

    private final Desk desk;
    private final Workspace workspace;
    private final Exploration exploration;

    Commands(Desk desk, Workspace workspace, Demo demo) {
        this.desk = desk;
        this.workspace = workspace;
        this.exploration = new Exploration(desk.texts(), desk.background(), workspace, demo);
    }

    void open() {
        desk.files().openDatabase().ifPresent(this::open);
    }

    void open(Path database) {
        workspace.open(database);
    }

    void openOwn() {
        workspace.openOwn();
    }

    void exploreDemo() {
        exploration.start();
    }

    void chooseDataDirectory() {
        desk.files()
                .chooseFolder(desk.texts().get("shell.chooseDataDirectory"))
                .ifPresent(folder -> desk.preferences()
                        .update(
                                desk.texts().get("shell.task.settings"),
                                settings -> settings.withOwn(own -> own.withDataDirectory(Optional.of(folder)))));
    }

    void refresh() {
        workspace.refresh();
    }

    void cancel() {
        desk.background().visibleJob().get().ifPresent(Job::cancel);
    }

    void quit() {
        Platform.exit();
    }

    /** Empty for an action that is only a sentence. */
    Optional<Runnable> of(Action action) {
        return switch (action.kind()) {
            case OPEN_ANOTHER -> Optional.of(this::open);
            case OPEN_OWN -> Optional.of(this::openOwn);
            case SHOW_DATA_DIRECTORY ->
                Optional.of(() ->
                        desk.folders().show(workspace.source().dataDirectory().path()));
            case TRY_AGAIN -> Optional.of(this::refresh);
            case REVIEW -> Optional.of(() -> desk.navigation().go(Navigation.REVIEW));
            case OPEN_SETTINGS -> Optional.of(() -> desk.navigation().go(Navigation.SETTINGS));
            case SHOW_RECEIPTS -> Optional.of(() -> desk.navigation().go(Navigation.RECEIPTS));
            case READ -> Optional.empty();
        };
    }
}
