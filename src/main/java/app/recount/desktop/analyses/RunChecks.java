package app.recount.desktop.analyses;

import app.recount.analysis.Analyses;
import app.recount.analysis.RunFinding;
import app.recount.desktop.shell.Background;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Validation looks at all runs; it follows changes at a distance, one check after the other. */
final class RunChecks {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Background background;
    private final String name;
    private final Supplier<Analyses> shown;
    private final Function<Analyses, List<RunFinding>> check;
    private final Consumer<List<RunFinding>> told;
    private boolean busy;
    private boolean again;

    /**
     * Checks nothing yet.
     *
     * @param name what a check is called while it runs
     * @param shown the runs that are looked at by the time of the call
     * @param check off the window's thread
     * @param told what was found, unless other runs are looked at by then
     */
    RunChecks(
            Background background,
            String name,
            Supplier<Analyses> shown,
            Function<Analyses, List<RunFinding>> check,
            Consumer<List<RunFinding>> told) {
        this.background = background;
        this.name = name;
        this.shown = shown;
        this.check = check;
        this.told = told;
    }

    /** Something has changed. What a check that runs by now does not see, or checks in vain, the next one does. */
    void soon() {
        if (busy) {
            again = true;
            return;
        }
        busy = true;
        background.after(PAUSE, this::begin);
    }

    private void begin() {
        again = false;
        var asked = shown.get();
        background
                .task(name, progress -> check.apply(asked))
                .whenEnded(this::ended)
                .whenDone(found -> {
                    if (shown.get().equals(asked)) {
                        told.accept(found);
                    }
                })
                .start();
    }

    private void ended() {
        busy = false;
        if (again) {
            soon();
        }
    }
}
