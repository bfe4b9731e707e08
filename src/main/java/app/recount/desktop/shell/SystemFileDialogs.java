package app.recount.desktop.shell;

import app.recount.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The system's own dialogs. */
public final class SystemFileDialogs implements FileDialogs {

    private final Window owner;
    private final Texts texts;

    public SystemFileDialogs(Window owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    @Override
    public Optional<Path> openDatabase() {
        var chooser = new FileChooser();
        chooser.setTitle(texts.get("shell.openDialog"));
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(texts.get("shell.filter.databases"), "*.db", "*.sqlite", "*.sqlite3"),
                        new ExtensionFilter(texts.get("shell.filter.all"), "*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> open(String title, String ending) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().addAll(filter(ending), new ExtensionFilter(texts.get("shell.filter.all"), "*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    private static ExtensionFilter filter(String ending) {
        return new ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending);
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> save(String title, String suggestedName) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(suggestedName);
        var ending = suggestedName.substring(suggestedName.lastIndexOf('.') + 1);
        chooser.getExtensionFilters().add(filter(ending));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
