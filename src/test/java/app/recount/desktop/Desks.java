package app.recount.desktop;

import app.recount.desktop.shell.AnsweredDialogs;
import app.recount.desktop.shell.Background;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.FileDialogs;
import app.recount.desktop.shell.Navigation;
import app.recount.desktop.shell.Notices;
import app.recount.desktop.shell.Preferences;
import app.recount.desktop.widget.PathNames;
import app.recount.store.RecountHome;
import app.recount.store.SettingsStore;
import app.recount.text.Texts;
import java.nio.file.Path;
import java.util.Optional;

/** What a page may use of the window it stands in, where there is no window: nothing is opened, nothing is copied. */
public final class Desks {

    /** Nobody chooses a file. */
    private static final FileDialogs CLOSED = new AnsweredDialogs(name -> Optional.empty());

    private Desks() {}

    /** In a folder that is the user's home and has Recount's own files in {@code recount}. */
    public static Desk in(Path folder, Background background, Notices notices) {
        return in(folder, background, notices, CLOSED);
    }

    /** The same, where files are chosen. */
    public static Desk in(Path folder, Background background, Notices notices, FileDialogs files) {
        return of(background, notices, files, new PathNames(folder), RecountHome.at(folder.resolve("recount")));
    }

    static Desk of(PathNames paths, RecountHome home, Background background, Notices notices) {
        return of(background, notices, CLOSED, paths, home);
    }

    private static Desk of(
            Background background, Notices notices, FileDialogs files, PathNames paths, RecountHome home) {
        return new Desk(
                new Texts(),
                background,
                notices,
                files,
                path -> {},
                text -> {},
                new Navigation(),
                paths,
                new Preferences(new SettingsStore(home), background, notices));
    }
}
