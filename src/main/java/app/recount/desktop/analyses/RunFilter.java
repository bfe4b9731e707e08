package app.recount.desktop.analyses;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which runs the list shows.
 *
 * @param text every word of it stands somewhere in the run's own words
 * @param tool a tool's word
 */
record RunFilter(
        String text,
        Optional<RunState> state,
        Optional<String> tool,
        Optional<String> source,
        Optional<Period> period) {

    static final RunFilter NONE =
            new RunFilter("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** How long ago a run began. */
    enum Period {
        DAY(1),
        WEEK(7),
        MONTH(30),
        YEAR(365);

        private final Duration span;

        Period(long days) {
            this.span = Duration.ofDays(days);
        }

        boolean holds(Instant begun, Instant now) {
            return !begun.isBefore(now.minus(span));
        }
    }

    RunFilter withText(String changed) {
        return new RunFilter(changed, state, tool, source, period);
    }

    RunFilter withState(Optional<RunState> changed) {
        return new RunFilter(text, changed, tool, source, period);
    }

    RunFilter withTool(Optional<String> changed) {
        return new RunFilter(text, state, changed, source, period);
    }

    RunFilter withSource(Optional<String> changed) {
        return new RunFilter(text, state, tool, changed, period);
    }

    RunFilter withPeriod(Optional<Period> changed) {
        return new RunFilter(text, state, tool, source, changed);
    }

    /** How many of the choices beside the text are made. */
    int choices() {
        return (int) Stream.of(state, tool, source, period)
                .filter(Optional::isPresent)
                .count();
    }

    boolean isNone() {
        return equals(NONE);
    }

    boolean lets(RunRow row, String title, Instant now) {
        var run = row.run();
        var begun =
                Optional.ofNullable(run.times().startedAt()).orElse(run.times().createdAt());
        return state.filter(wanted -> wanted != row.state()).isEmpty()
                && tool.filter(wanted -> !wanted.equals(run.tool())).isEmpty()
                && source.filter(wanted -> !wanted.equals(run.sourceId())).isEmpty()
                && period.filter(wanted -> !wanted.holds(begun, now)).isEmpty()
                && hasWords(row, title);
    }

    private boolean hasWords(RunRow row, String title) {
        var run = row.run();
        var description = run.description();
        var words = Stream.of(
                        run.id(),
                        run.sourceId(),
                        title,
                        run.tool(),
                        run.status(),
                        row.state().name(),
                        description.model(),
                        description.notes(),
                        run.session().sessionId())
                .map(word -> word == null ? "" : word.toLowerCase(Locale.ROOT))
                .reduce("", (all, word) -> all + "\n" + word);
        return Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(words::contains);
    }
}
