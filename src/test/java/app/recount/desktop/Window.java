package app.recount.desktop;

import app.recount.demo.DemoMemory;
import app.recount.memory.StatementWatch;
import app.recount.rehearsal.FaultPlan;
import app.recount.store.Settings.Theme;
import app.recount.store.SettingsStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/** The whole window over real services and files in a temporary home, on the platform that needs no display. */
public final class Window implements AutoCloseable {

    /** The demo data reaches up to this day. */
    public static final Instant NOW = Instant.parse("2026-06-12T09:30:00Z");

    private final Path home;
    private final HomeServices services;
    private final Stage stage;
    private final Finder finder;

    private Window(Path home, Clock clock, StatementWatch watch) {
        FxThread.start();
        this.home = home;
        this.services = new HomeServices(home, clock, watch);
        this.stage = FxThread.call(Stage::new);
        this.finder = new Finder(stage::getScene);
    }

    /** Where the demo's session logs lie, once demo data is explored. */
    public Path demoSessions() {
        return services.demoSessions();
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
        settings().update(now -> now.withTheme(theme));
        return this;
    }

    /** Names claude-mem's data directory, as in the settings. */
    public Window dataDirectory(Path directory) {
        settings().update(now -> now.withOwn(own -> own.withDataDirectory(Optional.of(directory))));
        return this;
    }

    public Path home() {
        return home;
    }

    public SettingsStore settings() {
        return services.settings();
    }

    /** How the receiver of the demo data answers from now on. */
    public Window receiverAnswers(FaultPlan plan) {
        services.receiverAnswers(plan);
        return this;
    }

    /** Opens the window in a size and waits until it has looked for its database. */
    public Window open(double width, double height) {
        show(width, height);
        return await(() -> lookup(".reading-state").isEmpty());
    }

    /** Opens the window in a size, and waits for nothing. */
    public Window show(double width, double height) {
        FxThread.call(() -> {
            new Desktop(services.services()).show(stage, Optional.empty());
            stage.setWidth(width);
            stage.setHeight(height);
            HeadlessMouse.correct(stage.getScene());
            HeadlessMouse.leave();
            return stage;
        });
        return this;
    }

    /**
     * Lets somebody look at the window's content in another size, which may be larger than the screen of the platform without a
     * display; on the window's thread.
     */
    public <T> T inSize(double width, double height, Function<Scene, T> look) {
        return FxThread.call(() -> {
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
        return finder.lookup(selector);
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
        return finder.one(selector);
    }

    /** The first label, button or header that is seen and shows this text; waits for it. */
    public Node labelled(String text) {
        return finder.labelled(text);
    }

    /** Writes what is seen to {@code target/pictures}, for somebody to look at. */
    public Window picture(String name) {
        Picture.save(FxThread.call(() -> Picture.of(stage.getScene())), name);
        return this;
    }

    /** The same of another window that is open, by a node of it; it may have opened below the pointer, which is taken away. */
    public Window picture(Supplier<Node> inWindow, String name) {
        var picture = FxThread.call(() -> {
            var scene = inWindow.get().getScene();
            HeadlessMouse.leave(scene.getWindow());
            return Picture.of(scene);
        });
        Picture.save(picture, name);
        return this;
    }

    /** Waits until the condition holds on the window's thread; a node that it looks for and that is not there yet is waited for, too. */
    public Window await(BooleanSupplier condition) {
        FxThread.await(condition);
        return this;
    }

    /** With every dialog that is still open: the next test would take it for its own. */
    @Override
    public void close() {
        FxThread.call(() -> {
            stage.hide();
            List.copyOf(javafx.stage.Window.getWindows()).forEach(javafx.stage.Window::hide);
            return true;
        });
        services.close();
    }
}
