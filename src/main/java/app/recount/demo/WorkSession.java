package app.recount.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * One invented agent session with everything that was remembered of it.
 *
 * @param epochUnit what claude-mem counted time in when the session ran
 */
record WorkSession(
        UUID id,
        Instant start,
        String project,
        String platform,
        String status,
        ChronoUnit epochUnit,
        List<Turn> turns) {

    /**
     * A prompt and what came of it.
     *
     * @param discoveryTokens stands on the turn's summary and again on each of its notes
     * @param summarised whether the turn has a summary
     */
    record Turn(Instant at, String prompt, OptionalInt discoveryTokens, boolean summarised, List<Note> notes) {}

    /**
     * An observation.
     *
     * @param text what older versions wrote beside the narrative; newer ones leave it out
     * @param agent the kind of subagent that it came from
     */
    record Note(
            UUID id,
            Instant at,
            String type,
            String title,
            String subtitle,
            String narrative,
            Optional<String> text,
            String facts,
            String concepts,
            String files,
            Optional<String> model,
            Optional<String> agent) {}

    /** When the last thing of the session happened. */
    Instant end() {
        var lastTurn = turns.getLast();
        return lastTurn.notes().isEmpty()
                ? lastTurn.at()
                : lastTurn.notes().getLast().at();
    }
}
