package app.recount.analysis;

import app.recount.session.SessionChoice;
import app.recount.session.SessionChoice.Chosen;
import app.recount.session.SessionRequest;
import app.recount.session.Sessions;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.time.Clock;
import java.util.function.Function;

/** Everything about runs, wired. */
public record Analyses(
        AnalysisLifecycle lifecycle,
        AnalysisStore runs,
        SourceRegister sources,
        PriceTable prices,
        AnalysisRules rules,
        UsageBackfill backfill,
        VersionBackfill versions,
        ManualEntry entries) {

    /**
     * Wires them.
     *
     * @param texts in which it is kept why a count is unknown
     */
    public static Analyses with(
            RecountStore store, RecountHome home, Sessions sessions, SessionChoice choice, Clock clock, Texts texts) {
        return with(store, home, sessions, choice::choose, SessionPlaces.of(choice), clock, texts);
    }

    static Analyses with(
            RecountStore store,
            RecountHome home,
            Sessions sessions,
            Function<SessionRequest, Chosen> choice,
            SessionPlaces places,
            Clock clock,
            Texts texts) {
        var runs = new AnalysisStore(store);
        var prices = new PriceTable(home.prices());
        var looks = new SessionLooks(sessions, clock, texts);
        var samples = new Samples(store);
        var lifecycle = new AnalysisLifecycle(
                runs,
                looks,
                new RunStart(runs, looks, choice, texts),
                new RunEnd(prices, texts),
                new RunCurve(new RunCalls(sessions), samples, texts),
                new RunRelocation(runs, sessions, looks, texts),
                new RunObservation(sessions, looks, samples, prices, texts),
                texts);
        var sources = new SourceRegister(store);
        return new Analyses(
                lifecycle,
                runs,
                sources,
                prices,
                new AnalysisRules(runs, sources),
                new UsageBackfill(runs, sessions, places, prices),
                new VersionBackfill(runs),
                new ManualEntry(runs, sessions, looks, choice, prices));
    }
}
