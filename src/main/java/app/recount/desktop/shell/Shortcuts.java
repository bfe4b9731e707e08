package app.recount.desktop.shell;

import javafx.scene.input.KeyCombination;

/** How shortcuts are written on this system. */
public final class Shortcuts {

    private Shortcuts() {}

    /** {@code Ctrl+F}, or {@code ⌘F} on a Mac. */
    public static String shown(String key) {
        return KeyCombination.keyCombination("Shortcut+" + key).getDisplayText();
    }
}
