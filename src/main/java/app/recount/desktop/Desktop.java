package app.recount.desktop;

import app.recount.desktop.activity.ActivityPage;
import app.recount.desktop.analyses.AnalysesPage;
import app.recount.desktop.cost.CostPage;
import app.recount.desktop.help.HelpWindow;
import app.recount.desktop.receipts.ReceiptsPage;
import app.recount.desktop.review.ReviewPage;
import app.recount.desktop.sessions.SessionsPage;
import app.recount.desktop.settings.SettingsPage;
import app.recount.desktop.shell.Announcer;
import app.recount.desktop.shell.Background;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.DisplayScale;
import app.recount.desktop.shell.Exploration;
import app.recount.desktop.shell.LiveSessions;
import app.recount.desktop.shell.Look;
import app.recount.desktop.shell.MemoryState;
import app.recount.desktop.shell.Navigation;
import app.recount.desktop.shell.Notices;
import app.recount.desktop.shell.OpenedColumns;
import app.recount.desktop.shell.Page;
import app.recount.desktop.shell.Preferences;
import app.recount.desktop.shell.Shell;
import app.recount.desktop.shell.Source;
import app.recount.desktop.shell.SystemFileDialogs;
import app.recount.desktop.shell.SystemFolderOpener;
import app.recount.desktop.shell.SystemNotification;
import app.recount.desktop.shell.WindowMemory;
import app.recount.desktop.shell.Workspace;
import app.recount.desktop.widget.PathNames;
import app.recount.desktop.widget.Status;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.Settings;
import app.recount.text.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The window: wires shell, pages and services together and opens it before anything is read. */
public final class Desktop {

    /** How often the database's files are looked at from outside. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

    private final Services services;
    private final Texts texts = new Texts();

    public Desktop(Services services) {
        this.services = services;
    }

    /**
     * Starts the toolkit beside the caller, who has the services to make: each takes a good part of the time until the first frame.
     *
     * @param scale how large everything is to be shown, in percent
     */
    public static CompletableFuture<Void> startToolkit(Environment environment, Supplier<Optional<Integer>> scale) {
        Runnable start = () -> {
            DisplayScale.set(environment, scale.get());
            Platform.startup(() -> suit(environment));
        };
        return CompletableFuture.runAsync(
                start, work -> Thread.ofPlatform().name("toolkit").start(work));
    }

    /** Reaches into JavaFX; where that is another one, the window has a plainer icon on some desktops, and rests less. */
    private static void suit(Environment environment) {
        try {
            WindowClass.set(environment);
            RestingTimer.install(environment);
        } catch (LinkageError e) {
            // another JavaFX than these were written for
        }
    }

    /**
     * Opens the window, as soon as the toolkit is ready.
     *
     * @param database to be opened instead of claude-mem's own
     */
    public void open(CompletableFuture<Void> toolkit, Optional<Path> database) {
        toolkit.join();
        Platform.runLater(() -> show(new Stage(), database));
    }

    /** Fills a window and shows it; to be called on the window's thread. */
    public void show(Stage stage, Optional<Path> database) {
        var notices = new Notices();
        var background = new Background(Platform::runLater, notices::show);
        var preferences = new Preferences(services.settings(), background, notices);
        // before any control is made: the first one would load the styles that JavaFX falls back to
        var look = new Look(preferences.settings().map(Settings::theme));
        var icons = CompletableFuture.supplyAsync(Desktop::icons);
        var desk = desk(stage, background, notices, preferences);
        var workspace = new Workspace(
                services.backfill().run()::preview,
                () -> ownSource(preferences.current()),
                background,
                texts.get("shell.task.read"));
        var sessions = new LiveSessions(
                workspace, services.tracking(), services.demoTracking(), background, texts.get("shell.task.follow"));
        var help = new HelpWindow(texts);
        var shell = new Shell(
                desk,
                workspace,
                services.demo(),
                pages(desk, workspace, sessions),
                page -> help.open(texts.get("shell.page." + page.id()), stage),
                () -> about(notices));

        var scene = new Scene(shell);
        look.dress(scene);
        stage.setScene(scene);
        stage.setTitle(texts.get("app.name"));
        new WindowMemory(preferences, texts.get("shell.task.settings")).restore(stage);
        stage.setOnHidden(event -> {
            sessions.close();
            background.close();
        });
        announce(preferences, background);
        follow(preferences, workspace);
        background.every(LOOK_AGAIN, () -> {
            workspace.lookForChanges();
            services.takeStoreProblems().get().forEach(notices::show);
        });
        if (services.demoIfNone()) {
            exploreWhereNothingIsFound(workspace, background);
        }
        oncePainted(() -> {
            database.ifPresentOrElse(workspace::open, workspace::openOwn);
            onceRead(workspace, sessions::begin);
            stage.getIcons().addAll(icons.join()); // JavaFX scales them first
        });
        stage.show();
    }

    private Desk desk(Stage stage, Background background, Notices notices, Preferences preferences) {
        return new Desk(
                texts,
                background,
                notices,
                new SystemFileDialogs(stage, texts),
                new SystemFolderOpener(services.environment(), notices),
                Desktop::copy,
                new Navigation(),
                new PathNames(services.environment().home()),
                preferences);
    }

    private void announce(Preferences preferences, Background background) {
        var notification = new SystemNotification(services.environment());
        var announcer = new Announcer(
                texts,
                preferences::current,
                () -> Window.getWindows().stream().anyMatch(Window::isFocused),
                sentence -> background
                        .task(texts.get("shell.task.announce"), progress -> {
                            notification.show(sentence);
                            return sentence;
                        })
                        // the window says all of it anyway
                        .whenFailed(problem -> {})
                        .start());
        background.whenLongWorkEnds(announcer::ended);
    }

    /** Reading, and what the window shows of it, would take processors from the first frame: the second pulse waits until that is painted. */
    private static void oncePainted(Runnable action) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                pulses++;
                if (pulses == 2) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }

    /** One after the other: both readings use all processors there are. */
    private static void onceRead(Workspace workspace, Runnable action) {
        workspace.reading().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> reading, Boolean before, Boolean now) {
                if (!now) {
                    reading.removeListener(this);
                    action.run();
                }
            }
        });
    }

    private List<Page> pages(Desk desk, Workspace workspace, LiveSessions sessions) {
        var columns =
                new OpenedColumns(workspace, services.memory(), desk.background(), texts.get("shell.task.columns"));
        return List.of(
                new ActivityPage(desk, workspace, columns, services.memory()),
                new ReviewPage(desk, workspace, columns, services.backfill(), services.clock()),
                new AnalysesPage(desk, sessions, services.clock()),
                new SessionsPage(desk, sessions, services.clock()),
                new CostPage(desk, workspace, services.generation()),
                new ReceiptsPage(desk, workspace, services.backfill(), services.clock()),
                new SettingsPage(desk, services.environment(), services.home(), services.version()));
    }

    private Source ownSource(Settings settings) {
        return new Source(
                DataDirectory.locate(services.environment(), settings.own().dataDirectory()),
                Optional.empty(),
                Destination.find(services.environment(), settings.own().host()),
                ApiKey.find(services.environment(), settings.own().apiKey()),
                false);
    }

    /** What is set decides what is read and where it would go; what was opened is remembered. */
    private void follow(Preferences preferences, Workspace workspace) {
        preferences.settings().subscribe((before, now) -> {
            if (!ownSource(before).equals(ownSource(now))) {
                workspace.settingsChanged();
            }
        });
        workspace.state().subscribe(state -> {
            if (state instanceof MemoryState.Opened opened && !opened.source().demo()) {
                remember(preferences, opened.source().databaseFile());
            }
        });
        workspace.state().subscribe((before, now) -> {
            if (before.source().demo() && !now.source().demo()) {
                services.demo().leave();
            }
        });
    }

    private void exploreWhereNothingIsFound(Workspace workspace, Background background) {
        var exploration = new Exploration(texts, background, workspace, services.demo());
        workspace.state().subscribe(state -> {
            if (state instanceof MemoryState.Missing) {
                exploration.start();
            }
        });
    }

    private void remember(Preferences preferences, Path file) {
        var files = preferences.current().recentFiles();
        if (files.isEmpty() || !files.getFirst().equals(file)) {
            preferences.update(texts.get("shell.task.settings"), settings -> settings.withRecentFile(file));
        }
    }

    private void about(Notices notices) {
        notices.say(
                Status.NOTE,
                "ABOUT",
                texts.get("shell.about", services.version().program()));
    }

    /** The system takes the size that fits. */
    private static List<Image> icons() {
        return Stream.of(16, 24, 32, 48, 64, 128, 256)
                .map(size -> Desktop.class.getResource("icons/recount-%d.png".formatted(size)))
                .map(resource -> new Image(Objects.requireNonNull(resource).toExternalForm()))
                .toList();
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
