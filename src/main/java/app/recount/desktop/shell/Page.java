package app.recount.desktop.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;

/** One page of the window, chosen in the rail. Built once, shown often. */
public interface Page {

    /** The same at every call. */
    RailEntry entry();

    default String id() {
        return entry().id();
    }

    /** The same node at every call; it fills the space between rail and status bar. */
    Node content();

    /** What the page does when the menu or a shortcut asks for {@code command}; empty if it has no such thing now. */
    default Optional<Runnable> command(Command command) {
        return Optional.empty();
    }

    /** Where the keyboard is when the page appears. */
    default Node firstFocus() {
        return content();
    }

    /** Called each time the page comes to the front. */
    default void shown() {}

    /** Shows a part of the page that another page led to; the page says which names it knows. */
    default void reveal(String part) {}

    /** Whether the page has something to show without a memory database; those that have not give way to the empty state. */
    default boolean needsDatabase() {
        return true;
    }

    /** What the page adds to the menu “Run”, whichever page is in front. */
    default List<MenuEntry> runMenu() {
        return List.of();
    }

    /** What the status bar says at its right while nothing runs there. */
    default Optional<ObservableValue<Badge>> standing() {
        return Optional.empty();
    }

    /**
     * A line of a menu.
     *
     * @param enabled whether it can be chosen now
     */
    record MenuEntry(
            String text, Optional<KeyCombination> shortcut, ObservableValue<Boolean> enabled, Runnable action) {}

    /** What shortcuts and the menu may ask of the page in front. */
    enum Command {
        FILTER,
        REFRESH,
        EXPORT,
        COPY_JSON,
        SAVE_PICTURE
    }
}
