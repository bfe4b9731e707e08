package app.recount.cli;

import app.recount.analysis.AnalysisLifecycle;
import app.recount.analysis.RunProgress;
import app.recount.session.AgentSession;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code analysis watch}: a line that follows a run until it ends. */
final class AnalysisWatchCommand implements Command {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Services services;

    AnalysisWatchCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "watch";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Follows a run in a line that changes on a terminal, until it ends or Ctrl-C.")
                .footer("", "Where the output is piped, each change is a line of its own.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addOption(CommonOptions.required("--id", "ID", "The run."));
        spec.addOption(CommonOptions.flag("--once", "End after the first look."));
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var id = CommonOptions.text(parsed, "--id").orElse("");
        var lifecycle = services.tracking().analyses().lifecycle();
        boolean once = CommonOptions.has(parsed, "--once");
        try (var interruption = new Interruption()) {
            if (options.format() == Format.JSON) {
                new Json(console).follow(lifecycle, id, once, interruption);
            } else {
                new Line(console).follow(lifecycle, id, once, interruption);
            }
            return ExitStatus.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /** Looks again and again, and shows what has changed. */
    private abstract static class Watching {

        private final Console console;
        private final Set<String> offered = new HashSet<>();
        private @Nullable Object shown;

        Watching(Console console) {
            this.console = console;
        }

        void follow(AnalysisLifecycle lifecycle, String id, boolean once, Interruption interruption)
                throws InterruptedException {
            RunProgress progress;
            do {
                progress = lifecycle.observe(id);
                var content = content(progress);
                if (!content.equals(shown)) {
                    show(progress);
                    shown = content;
                }
                offer(progress.forks(), id);
            } while (!once && progress.run().isOpen() && !interruption.awaitAsked(PAUSE));
            end();
        }

        /** A fork is taken only after a yes: the command that this names. */
        private void offer(List<AgentSession> forks, String id) {
            for (var fork : forks) {
                if (offered.add(fork.key().id())) {
                    end();
                    console.note(
                            "The session was forked. To go on in the fork: recount analysis move --id %s --usage-session-id %s"
                                    .formatted(id, fork.key().id()));
                }
            }
        }

        /** Equal as long as there is nothing new to show. */
        abstract Object content(RunProgress progress);

        abstract void show(RunProgress progress);

        abstract void end();
    }

    private static final class Line extends Watching {

        private final LiveLine line;
        private final boolean terminal;

        Line(Console console) {
            super(console);
            line = new LiveLine(console);
            terminal = console.isTerminal();
        }

        /** On a terminal also the passing time is shown. */
        @Override
        Object content(RunProgress progress) {
            return terminal ? ProgressText.of(progress) : ProgressText.facts(progress);
        }

        @Override
        void show(RunProgress progress) {
            line.show(ProgressText.of(progress));
        }

        @Override
        void end() {
            line.end();
        }
    }

    private static final class Json extends Watching {

        private final Console console;

        Json(Console console) {
            super(console);
            this.console = console;
        }

        @Override
        Object content(RunProgress progress) {
            return ProgressText.facts(progress);
        }

        @Override
        void show(RunProgress progress) {
            console.result(JsonOutput.line(json -> ProgressText.write(progress, json)));
            console.flush();
        }

        @Override
        void end() {
            console.flush();
        }
    }
}
