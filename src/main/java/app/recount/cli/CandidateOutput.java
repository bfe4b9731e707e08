package app.recount.cli;

import app.recount.analysis.AmbiguousSessionException;
import app.recount.text.Texts;
import java.time.Instant;
import java.util.Optional;

/** Says that a session could not be chosen, and which ones there are to choose from. */
final class CandidateOutput {

    /** More than a person would look through. */
    private static final int MOST = 20;

    private CandidateOutput() {}

    static void print(AmbiguousSessionException e, Instant now, boolean json, Console console, Texts texts) {
        ProblemOutput.print(e.problem(), json, console, texts, generator -> {
            generator.writeName("candidates");
            new SessionJson(generator, now).write(e.candidates(), Optional.empty());
        });
        if (!json) {
            var shown = e.candidates().stream().limit(MOST).toList();
            SessionTable.of(shown, now, Optional.empty(), texts).lines().forEach(console::note);
            if (shown.size() < e.candidates().size()) {
                console.note(texts.get("cli.candidates.more", e.candidates().size() - shown.size()));
            }
        }
    }
}
