package app.recount.analysis;

import app.recount.session.SessionChoice;
import app.recount.session.Sessions;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import java.time.Clock;

/** Everything about runs, wired. */
public record Analyses(
        AnalysisLifecycle lifecycle,
        AnalysisStore runs,
        SourceRegister sources,
        PriceTable prices,
        AnalysisRules rules,
        UsageBackfill backfill) {

    public static Analyses with(
            RecountStore store, RecountHome home, Sessions sessions, SessionChoice choice, Clock clock) {
        return new Analyses(
                new AnalysisLifecycle(),
                new AnalysisStore(),
                new SourceRegister(),
                new PriceTable(),
                new AnalysisRules(),
                new UsageBackfill());
    }
}
