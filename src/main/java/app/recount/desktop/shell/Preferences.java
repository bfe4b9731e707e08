package app.recount.desktop.shell;

import app.recount.store.Settings;
import app.recount.store.SettingsStore;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The settings as the window sees them: changed at once on the window's thread, written in the background. */
public final class Preferences {

    private final SettingsStore store;
    private final Background background;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Settings> settings;

    /** Reads nothing that is not read already: {@code store} was asked for its current settings before the window opens. */
    public Preferences(SettingsStore store, Background background, Notices notices) {
        this.store = store;
        this.background = background;
        this.notices = notices;
        this.settings = new ReadOnlyObjectWrapper<>(store.current());
        reportProblems();
    }

    public Settings current() {
        return settings.get();
    }

    public ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    /** Changes the settings now and writes them soon; {@code change} must depend on nothing but its argument. */
    public void update(String name, UnaryOperator<Settings> change) {
        settings.set(change.apply(current()));
        background
                .task(name, progress -> store.update(change))
                .always()
                .whenDone(written -> reportProblems())
                .start();
    }

    private void reportProblems() {
        store.takeProblems().forEach(notices::show);
    }
}
