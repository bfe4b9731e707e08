package app.recount.cli;

import app.recount.analysis.Tracking;
import app.recount.delivery.Backfill;
import app.recount.generation.Generation;
import app.recount.memory.MemoryReader;
import app.recount.problem.Problem;
import app.recount.store.Environment;
import app.recount.store.RecountHome;
import app.recount.store.SettingsStore;
import app.recount.text.Texts;
import java.time.Clock;
import java.util.List;

/** What the commands call. Each is made when it is first asked for, so that help and version open nothing. */
public interface Services {

    /** Everything that is said to people. */
    Texts texts();

    Environment environment();

    Clock clock();

    RecountHome home();

    SettingsStore settings();

    Backfill backfill();

    /** Reads memory databases. */
    MemoryReader memory();

    /** What claude-mem's own compression turns cost. */
    Generation generation();

    /** What the user should know of Recount's own files since it was asked last, beside what a command failed with. */
    List<Problem> takeProblems();

    /** Agent sessions and analysis runs. */
    Tracking tracking();
}
