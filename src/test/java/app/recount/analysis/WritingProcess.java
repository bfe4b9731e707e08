package app.recount.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.recount.session.SessionChoice.Chosen;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** A process of its own that starts runs and marks one run. Arguments: home, how many runs to start, the run to mark, how often. */
final class WritingProcess {

    private WritingProcess() {}

    public static void main(String[] arguments) throws Exception {
        var home = RecountHome.at(Path.of(arguments[0]));
        try (var store = new RecountStore(home);
                var commands = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            var analyses = Analyses.with(
                    store,
                    home,
                    new ScriptedSessions(),
                    _ -> new Chosen.None(),
                    RunBench.PLACES,
                    Clock.systemUTC(),
                    new Texts());
            analyses.runs().version(); // opens the store
            System.out.println("ready");
            commands.readLine();
            for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                System.out.println(analyses.lifecycle()
                        .start(StartRequests.manual("source-1", home.folder()))
                        .id());
            }
            for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
                var name = "%s-%s".formatted(ProcessHandle.current().pid(), i);
                analyses.lifecycle().mark(arguments[2], name, Optional.of("notes of " + name));
                System.out.println(name);
            }
            System.out.println("done");
        }
    }
}
