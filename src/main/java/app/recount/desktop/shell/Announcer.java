package app.recount.desktop.shell;

import app.recount.store.Settings;
import app.recount.text.Texts;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells outside the window that long work has ended, while no window of the program is looked at. Others may see what it says, on a
 * locked screen or a shared one: it names the kind of work and nothing else.
 */
public final class Announcer {

    /** Who waited for less has hardly turned away. */
    static final Duration LONG = Duration.ofSeconds(5);

    private final Texts texts;
    private final Supplier<Settings> settings;
    private final BooleanSupplier looked;
    private final Consumer<String> outside;

    /**
     * One for all windows.
     *
     * @param looked whether one of the program's windows has the focus
     * @param outside shows a sentence outside the window
     */
    public Announcer(Texts texts, Supplier<Settings> settings, BooleanSupplier looked, Consumer<String> outside) {
        this.texts = texts;
        this.settings = settings;
        this.looked = looked;
        this.outside = outside;
    }

    /** Says it if it took long, is wanted, and would else go unseen. */
    public void ended(LongWork.End end) {
        if (settings.get().notifications() && end.took().compareTo(LONG) >= 0 && !looked.getAsBoolean()) {
            var work = texts.get("shell.announce." + end.work());
            outside.accept(
                    end.well() ? texts.get("shell.announced.done", work) : texts.get("shell.announced.failed", work));
        }
    }
}
