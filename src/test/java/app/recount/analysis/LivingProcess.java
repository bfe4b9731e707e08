package app.recount.analysis;

import app.recount.session.SessionChoice.Chosen;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** A process that takes one run after the other through its whole life, and says each step once it was done. Argument: home. */
final class LivingProcess {

    private LivingProcess() {}

    static void main(String[] arguments) throws Exception {
        var home = RecountHome.at(Path.of(arguments[0]));
        try (var store = new RecountStore(home)) {
            var analyses = Analyses.with(
                    store,
                    home,
                    new ScriptedSessions(),
                    _ -> new Chosen.None(),
                    RunBench.PLACES,
                    Clock.systemUTC(),
                    new Texts());
            analyses.runs().version(); // opens the store
            say("ready");
            System.in.read();
            while (true) {
                live(analyses.lifecycle(), home);
            }
        }
    }

    private static void live(AnalysisLifecycle lifecycle, RecountHome home) {
        var id = lifecycle.start(StartRequests.manual("source", home.folder())).id();
        say(id + " started");
        lifecycle.mark(id, "one", Optional.of("notes of one"));
        say(id + " one");
        lifecycle.mark(id, "two", Optional.of("notes of two"));
        say(id + " two");
        lifecycle.complete(end(id));
        say(id + " completed");
        lifecycle.reopen(id);
        say(id + " reopened");
        lifecycle.mark(id, "three", Optional.of("notes of three"));
        say(id + " three");
        lifecycle.complete(end(id));
        say(id + " ended");
    }

    private static CompleteRequest end(String id) {
        return new CompleteRequest(id, RunStatus.COMPLETED, Optional.empty(), false);
    }

    private static void say(String step) {
        System.out.println(step);
        System.out.flush();
    }
}
