package app.recount.desktop;

import app.recount.analysis.Tracking;
import app.recount.consent.ReviewText;
import app.recount.delivery.Backfill;
import app.recount.demo.DemoLogs;
import app.recount.demo.DemoMemory;
import app.recount.desktop.shell.Source;
import app.recount.generation.CompressionStore;
import app.recount.generation.Generation;
import app.recount.generation.GenerationStatements;
import app.recount.memory.MemoryReader;
import app.recount.memory.StatementWatch;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.rehearsal.FaultPlan;
import app.recount.rehearsal.RehearsalReceiver;
import app.recount.store.Environment;
import app.recount.store.ProgramVersion;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.store.Settings.Theme;
import app.recount.store.SettingsStore;
import app.recount.text.Texts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** The whole window over real services and files in a temporary home, on the platform that needs no display. */
public final class Window implements AutoCloseable {

    /** The demo data reaches up to this day. */
    public static final Instant NOW = Instant.parse("2026-06-12T09:30:00Z");

    private static final long PATIENCE_SECONDS = 60;
    private static final long LOOK_AGAIN_NANOS = 4_000_000;

    private final Path home;
    private final SettingsStore settings;
    private final RecountStore store;
    private final RecountStore demoStore;
    private final Path demoSessions;
    private final RehearsalReceiver receiver;
    private final Services services;
    private final Stage stage;

    private Window(Path home, Clock clock, StatementWatch watch) {
        toolkit();
        this.home = home;
        this.stage = onWindow(Stage::new);
        var environment = new Environment(Map.of(), home, "linux");
        var recountHome = RecountHome.at(home.resolve("recount"));
        receiver = RehearsalReceiver.start(clock);
        settings = new SettingsStore(recountHome);
        store = new RecountStore(recountHome);
        var tracking = Tracking.with(environment, recountHome, store, clock);
        var turns = new CompressionStore(store);
        var reader = new MemoryReader(recountHome, turns, List.of(new GenerationStatements()), watch);
        var generation = Generation.with(
                environment,
                clock,
                store,
                turns,
                reader,
                () -> tracking.analyses().prices());
        var backfill = Backfill.with(
                environment,
                clock,
                recountHome,
                store,
                reader,
                ProgramVersion.ofThisBuild(),
                ReviewText.from(new Texts()));
        demoSessions = recountHome.demo().resolve("home");
        var demoHome = RecountHome.at(recountHome.demo().resolve("recount"));
        demoStore = new RecountStore(demoHome);
        var demoTracking = Tracking.with(new Environment(Map.of(), demoSessions, "linux"), demoHome, demoStore, clock);
        services = new Services(
                environment,
                recountHome,
                settings,
                ProgramVersion.ofThisBuild(),
                backfill,
                reader,
                () -> generation,
                tracking,
                demoTracking,
                clock,
                progress -> demo(recountHome, clock),
                store::takeProblems,
                false);
    }

    private Source demo(RecountHome recountHome, Clock clock) {
        new DemoLogs(clock).in(demoSessions, DemoMemory.DEFAULT_SEED);
        return new Source(
                new DemoMemory(clock)
                        .in(recountHome.demo().resolve("memory"), DemoMemory.DEFAULT_SEED)
                        .directory(),
                Optional.empty(),
                Destination.at(receiver.destination().toString(), Destination.Origin.REHEARSAL),
                ApiKey.rehearsal(),
                true);
    }

    /** Where the demo's session logs lie, once demo data is explored. */
    public Path demoSessions() {
        return demoSessions;
    }

    /** A home without a memory database. */
    public static Window inFreshHome(Path home) {
        return inHome(home, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** A home as it stands, at a time of its own. */
    public static Window inHome(Path home, Clock clock) {
        return new Window(home, clock, StatementWatch.NONE);
    }

    /** A home in which claude-mem has its database. */
    public static Window withMemory(Path home) {
        writeMemory(home);
        return inFreshHome(home);
    }

    /** The same, with somebody who hears of each statement on the database and may keep its reading waiting. */
    public static Window withMemory(Path home, StatementWatch watch) {
        writeMemory(home);
        return new Window(home, Clock.fixed(NOW, ZoneOffset.UTC), watch);
    }

    private static void writeMemory(Path home) {
        new DemoMemory(Clock.fixed(NOW, ZoneOffset.UTC)).in(home.resolve(".claude-mem"), DemoMemory.DEFAULT_SEED);
    }

    public Window theme(Theme theme) {
        settings.update(now -> now.withTheme(theme));
        return this;
    }

    /** Names claude-mem's data directory, as in the settings. */
    public Window dataDirectory(Path directory) {
        settings.update(now -> now.withOwn(own -> own.withDataDirectory(Optional.of(directory))));
        return this;
    }

    public Path home() {
        return home;
    }

    public SettingsStore settings() {
        return settings;
    }

    /** How the receiver of the demo data answers from now on. */
    public Window receiverAnswers(FaultPlan plan) {
        receiver.answerWith(plan);
        return this;
    }

    /** Opens the window in a size and waits until it has looked for its database. */
    public Window open(double width, double height) {
        show(width, height);
        return await(() -> lookup(".reading-state").isEmpty());
    }

    /** Opens the window in a size, and waits for nothing. */
    public Window show(double width, double height) {
        onWindow(() -> {
            new Desktop(services).show(stage, Optional.empty());
            stage.setWidth(width);
            stage.setHeight(height);
            clearPopupTrigger(stage.getScene());
            return stage;
        });
        return this;
    }

    /**
     * Lets somebody look at the window's content in another size, which may be larger than the screen of the platform without a
     * display; on the window's thread.
     */
    public <T> T inSize(double width, double height, Function<Scene, T> look) {
        return onWindow(() -> {
            var own = stage.getScene();
            var root = own.getRoot();
            own.setRoot(new Pane());
            var other = new Scene(root, width, height);
            other.getStylesheets().setAll(own.getStylesheets());
            other.getPreferences().setColorScheme(own.getPreferences().getColorScheme());
            try {
                // what became visible during one layout is laid out by the next
                for (int n = 0; n < 3; n++) {
                    root.applyCss();
                    root.layout();
                }
                return look.apply(other);
            } finally {
                other.setRoot(new Pane());
                own.setRoot(root);
            }
        });
    }

    public Scene scene() {
        return stage.getScene();
    }

    public Set<Node> lookup(String selector) {
        return onWindow(() -> stage.getScene().getRoot().lookupAll(selector));
    }

    /** Presses the button, toggle or link that shows this text or is called so; waits for it. */
    public Window press(String name) {
        return fire("*", button -> name.equals(button.getText()) || name.equals(button.getAccessibleText()));
    }

    /** Brings a page to the front through the rail; a badge beside its name does not matter. */
    public Window page(String name) {
        return fire(
                ".rail-item",
                item -> item.getAccessibleText().equals(name)
                        || item.getAccessibleText().startsWith(name + ","));
    }

    private Window fire(String selector, Predicate<ButtonBase> wanted) {
        return await(() -> {
            var button = lookup(selector).stream()
                    .filter(ButtonBase.class::isInstance)
                    .map(ButtonBase.class::cast)
                    .filter(wanted)
                    .findFirst();
            button.ifPresent(ButtonBase::fire);
            return button.isPresent();
        });
    }

    /** Chooses from the menu bar, by the texts on the way. */
    public Window choose(String menu, String... items) {
        return await(() -> {
            var bar = (MenuBar) stage.getScene().getRoot().lookup(".menu-bar");
            MenuItem chosen = named(bar.getMenus(), menu);
            for (var item : items) {
                chosen = named(((Menu) chosen).getItems(), item);
            }
            chosen.fire();
            return true;
        });
    }

    private static MenuItem named(List<? extends MenuItem> items, String text) {
        return items.stream()
                .filter(item -> text.equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }

    /** The first node of a selector that is seen; waits for it. */
    public Node one(String selector) {
        await(() -> lookup(selector).stream().anyMatch(Window::isSeen));
        return onWindow(() ->
                lookup(selector).stream().filter(Window::isSeen).findFirst().orElseThrow());
    }

    /** The first label, button or header that is seen and shows this text; waits for it. */
    public Node labelled(String text) {
        await(() -> seen(text).findAny().isPresent());
        return onWindow(() -> seen(text).findFirst().orElseThrow());
    }

    private Stream<Labeled> seen(String text) {
        return lookup("*").stream()
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(node -> text.equals(node.getText()) && isSeen(node));
    }

    private static boolean isSeen(Node node) {
        return node.getBoundsInParent().getWidth() > 0
                && Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    /** Writes what is seen to {@code target/pictures}, for somebody to look at. */
    public Window picture(String name) {
        return picture(() -> stage.getScene().getRoot(), name);
    }

    /** The same of another window that is open, by a node of it. */
    public Window picture(Supplier<Node> inWindow, String name) {
        save(
                onWindow(() -> {
                    var scene = inWindow.get().getScene();
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    return scene.snapshot(null);
                }),
                name);
        return this;
    }

    /** Writes a picture to {@code target/pictures}. */
    public static void save(Image picture, String name) {
        var file = Path.of("target", "pictures", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            // without transparency, which costs the writer most of its time
            var opaque =
                    new BufferedImage((int) picture.getWidth(), (int) picture.getHeight(), BufferedImage.TYPE_INT_RGB);
            ImageIO.write(SwingFXUtils.fromFXImage(picture, opaque), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the condition holds on the window's thread; a node that it looks for and that is not there yet is waited for, too. */
    public Window await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        var missing = new AtomicReference<@Nullable NoSuchElementException>();
        while (!onWindow(() -> holds(condition, missing))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the window did not get there", missing.get());
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS); // leaves the processor to what is waited for
        }
        return this;
    }

    private static boolean holds(BooleanSupplier condition, AtomicReference<@Nullable NoSuchElementException> missing) {
        try {
            return condition.getAsBoolean();
        } catch (NoSuchElementException e) {
            missing.set(e);
            return false;
        }
    }

    public static <T> T onWindow(Supplier<T> work) {
        if (Platform.isFxApplicationThread()) {
            return work.get();
        }
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    public static void toolkit() {
        Platform.setImplicitExit(false);
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException e) {
            // another test has started it
            return;
        }
    }

    @Override
    public void close() {
        onWindow(() -> {
            stage.hide();
            return true;
        });
        services.tracking().close();
        services.demoTracking().close();
        demoStore.close();
        store.close();
        receiver.close();
    }

    /** The robot of this platform marks every mouse event as one that opens a context menu; headers then do not sort. */
    private static void clearPopupTrigger(Scene scene) {
        scene.addEventFilter(MouseEvent.ANY, event -> {
            if (event.isPopupTrigger() && event.getButton() != MouseButton.SECONDARY) {
                event.consume();
                Event.fireEvent(event.getTarget(), plain(event));
            }
        });
    }

    private static MouseEvent plain(MouseEvent event) {
        return new MouseEvent(
                event.getEventType(),
                event.getSceneX(),
                event.getSceneY(),
                event.getScreenX(),
                event.getScreenY(),
                event.getButton(),
                event.getClickCount(),
                event.isShiftDown(),
                event.isControlDown(),
                event.isAltDown(),
                event.isMetaDown(),
                event.isPrimaryButtonDown(),
                event.isMiddleButtonDown(),
                event.isSecondaryButtonDown(),
                event.isSynthesized(),
                false,
                event.isStillSincePress(),
                event.getPickResult());
    }
}
