package app.recount.cli;

import app.recount.analysis.AnalysisLifecycle;
import app.recount.analysis.RunProgress;
import app.recount.session.AgentSession;
import app.recount.text.Texts;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

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
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.required("--id", "ID");
        takes.flag("--once");
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var id = given.text("--id").orElse("");
        var lifecycle = services.tracking().analyses().lifecycle();
        boolean once = given.has("--once");
        try (var interruption = new Interruption()) {
            if (options.format() == Format.JSON) {
                new Json(console, services.texts()).follow(lifecycle, id, once, interruption);
            } else {
                new Line(console, services.texts()).follow(lifecycle, id, once, interruption);
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
        private final Texts texts;
        private final Set<String> offered = new HashSet<>();
        private @Nullable Object shown;

        Watching(Console console, Texts texts) {
            this.console = console;
            this.texts = texts;
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
            } while (!once && progress.run().isOpen() && !console.isUnread() && !interruption.awaitAsked(PAUSE));
            end();
        }

        /** A fork is taken only after a yes: the command that this names. */
        private void offer(List<AgentSession> forks, String id) {
            for (var fork : forks) {
                if (offered.add(fork.key().id())) {
                    end();
                    console.note(
                            texts.get("cli.analysis.watch.fork", id, fork.key().id()));
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
        private final Texts texts;

        Line(Console console, Texts texts) {
            super(console, texts);
            line = new LiveLine(console);
            terminal = console.isTerminal();
            this.texts = texts;
        }

        /** On a terminal also the passing time is shown. */
        @Override
        Object content(RunProgress progress) {
            return terminal ? ProgressText.of(progress, texts) : ProgressText.facts(progress);
        }

        @Override
        void show(RunProgress progress) {
            line.show(ProgressText.of(progress, texts));
        }

        @Override
        void end() {
            line.end();
        }
    }

    private static final class Json extends Watching {

        private final Console console;

        Json(Console console, Texts texts) {
            super(console, texts);
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
