package app.recount;

import app.recount.analysis.Tracking;
import app.recount.consent.TelemetryConfigFile;
import app.recount.delivery.CompletionMarker;
import app.recount.problem.ProblemException;
import app.recount.store.Environment;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.store.SettingsStore;
import app.recount.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Reads everything below a home whose files are larger than the memory it may have, and says what it made of each. */
final class SmallHeapProcess {

    private SmallHeapProcess() {}

    public static void main(String[] arguments) throws IOException {
        var home = Path.of(arguments[0]);
        var recountHome = RecountHome.at(home.resolve("recount"));
        say(
                "marker",
                new CompletionMarker(home.resolve("backfill.json")).read(1).kind());
        say("telemetry", new TelemetryConfigFile(home.resolve("telemetry.json")).read());
        var settings = new SettingsStore(recountHome);
        settings.current();
        say("settings", settings.takeProblems().getFirst().code());
        try (var store = new RecountStore(recountHome);
                var tracking = Tracking.with(
                        new Environment(Map.of(), home, "linux"), recountHome, store, Clock.systemUTC(), new Texts())) {
            say("prices", prices(tracking));
            refresh(tracking);
            refresh(tracking);
        }
    }

    private static void refresh(Tracking tracking) {
        var started = System.nanoTime();
        var sessions = tracking.sessions().refresh(Progress.NONE);
        for (var session : sessions) {
            say(
                    session.key().tool(),
                    List.of(session.tokensSoFar(), session.log().badLines(), session.unreadable() != null));
        }
        say("millis", (System.nanoTime() - started) / 1_000_000);
    }

    private static String prices(Tracking tracking) {
        try {
            return tracking.analyses().prices().models().firstKey();
        } catch (ProblemException e) {
            return e.problem().code();
        }
    }

    private static void say(String what, Object value) {
        System.out.println(what + " " + value);
    }
}
