package app.recount.desktop.analyses;

import app.recount.analysis.AnalysisRun;
import app.recount.desktop.widget.Durations;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Times;
import app.recount.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** What runs are called and how they stand, in words. */
record RunWords(Texts texts) {

    /** “Live”, “Stalled 2 h”. */
    String state(RunState state, Optional<Duration> silence) {
        var word = texts.get(state.key());
        return state == RunState.STALLED
                ? silence.map(span -> word + " " + Durations.rough(span)).orElse(word)
                : word;
    }

    /** A status that is none of ours is said as it was stored. */
    String state(RunRow row) {
        return row.state() == RunState.UNKNOWN
                ? texts.get("analyses.state.unknown.word", row.run().status())
                : state(row.state(), row.silence());
    }

    /** What was analysed: the source and the pass, or the inputs of a synthesis. */
    String subject(AnalysisRun run) {
        return run.inputs().analysisIds().isEmpty()
                ? texts.get("analyses.subject", run.sourceId(), Integer.toString(run.pass()))
                : texts.get(
                        "analyses.subject.synthesis",
                        run.inputs().analysisIds().stream()
                                .map(RunWords::number)
                                .collect(Collectors.joining(", ")));
    }

    String tokens(Optional<Long> tokens) {
        return tokens.map(Figures::of).orElseGet(this::unknown);
    }

    String unknown() {
        return texts.get("analyses.unknown");
    }

    /** “last line 4 s ago”. */
    String lastLine(Duration silence) {
        return texts.get("analyses.last-line", Durations.rough(silence));
    }

    /** When it was and how long it took, or takes. */
    String times(AnalysisRun run, Instant now) {
        var started = run.times().startedAt();
        if (started == null) {
            return texts.get("analyses.never-started", Times.minute(run.times().createdAt()));
        }
        if (run.isOpen()) {
            return texts.get("analyses.running", moment(started, now), Durations.exact(Duration.between(started, now)));
        }
        var seconds = run.times().durationSeconds();
        return seconds == null
                ? texts.get("analyses.ran-unknown", moment(started, now))
                : texts.get("analyses.ran", moment(started, now), Durations.exact(Duration.ofSeconds(seconds)));
    }

    /** The time alone if it is today's, else with its day. */
    String moment(Instant moment, Instant now) {
        return Times.minute(moment).substring(0, 10).equals(Times.minute(now).substring(0, 10))
                ? Times.clock(moment)
                : Times.second(moment);
    }

    /** The last part of an id, which tells runs of a year apart: 014. */
    private static String number(String id) {
        return id.substring(id.lastIndexOf('-') + 1);
    }
}
