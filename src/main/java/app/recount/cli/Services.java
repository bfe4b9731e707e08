package app.recount.cli;

import app.recount.analysis.Tracking;
import app.recount.delivery.Backfill;
import app.recount.generation.Generation;
import app.recount.store.Environment;
import app.recount.store.RecountHome;
import app.recount.store.SettingsStore;
import java.time.Clock;

/** What the commands call. Each is made when it is first asked for, so that help and version open nothing. */
public interface Services {

    Environment environment();

    Clock clock();

    RecountHome home();

    SettingsStore settings();

    Backfill backfill();

    /** What claude-mem's own compression turns cost. */
    Generation generation();

    /** Agent sessions and analysis runs. */
    Tracking tracking();
}
