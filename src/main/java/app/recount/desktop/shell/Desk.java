package app.recount.desktop.shell;

import app.recount.desktop.widget.PathNames;
import app.recount.text.Texts;
import java.util.function.Consumer;

/**
 * What every page may use of the window it stands in.
 *
 * @param texts the user-visible texts
 * @param background for everything that takes longer than a frame
 * @param notices shows problems and short messages above the page
 * @param files asks for files
 * @param folders shows a file in the system's file manager
 * @param clipboard puts text on the clipboard
 * @param navigation leads to another page
 * @param paths how paths are shown
 * @param preferences what the user chose and the window remembers
 */
public record Desk(
        Texts texts,
        Background background,
        Notices notices,
        FileDialogs files,
        FolderOpener folders,
        Consumer<String> clipboard,
        Navigation navigation,
        PathNames paths,
        Preferences preferences) {}
