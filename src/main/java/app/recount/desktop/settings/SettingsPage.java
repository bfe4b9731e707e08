package app.recount.desktop.settings;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Later;
import app.recount.desktop.shell.Navigation;
import app.recount.desktop.shell.Page;
import app.recount.desktop.shell.RailEntry;
import app.recount.store.Environment;
import app.recount.store.ProgramVersion;
import app.recount.store.RecountHome;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** The page of the settings; there with or without a memory database. */
public final class SettingsPage implements Page {

    private final SettingsModel model;
    private final Later<SettingsView> view;
    private final RailEntry entry = new RailEntry(Navigation.SETTINGS, Feather.SLIDERS);

    public SettingsPage(Desk desk, Environment environment, RecountHome home, ProgramVersion version) {
        model = new SettingsModel(
                environment,
                desk.preferences().settings(),
                change -> desk.preferences().update(desk.texts().get("shell.task.settings"), change));
        view = new Later<>(() -> new SettingsView(desk, model, home, version));
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
    public void shown() {
        model.revert();
        view.get().show();
    }

    @Override
    public boolean needsDatabase() {
        return false;
    }
}
