package app.recount.generation;

import app.recount.memory.DayWindow;
import app.recount.memory.TurnKey;
import app.recount.session.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What one observer session left.
 *
 * @param session the session that the file's name says
 * @param created when its file was
 * @param answers by their ids, in the order in which they were written; the n-th is the session's n-th turn, since it is asked once per
 *     turn
 * @param copied ids of the answers that belong to another transcript: a resumed session may begin with a copy of another's history.
 *     They keep their numbers and count nowhere
 */
record Transcript(String session, Instant created, SequencedMap<String, Call> answers, Set<String> copied) {

    private static final String PROVIDER = "claude";

    Transcript {
        copied = Set.copyOf(copied);
    }

    Transcript copying(Set<String> ids) {
        return new Transcript(session, created, answers, ids);
    }

    List<CompressionEvent> turns() {
        return turns(id -> !copied.contains(id));
    }

    /** The turns of which another session's transcript tells. */
    List<CompressionEvent> copies() {
        return turns(copied::contains);
    }

    private List<CompressionEvent> turns(Predicate<String> wanted) {
        var turns = new ArrayList<CompressionEvent>();
        long number = 0;
        for (var answer : answers.entrySet()) {
            number++;
            var call = answer.getValue();
            if (wanted.test(answer.getKey()) && call.at() != null) {
                turns.add(new CompressionEvent(
                        new TurnKey(session, number),
                        figures(call),
                        Optional.ofNullable(call.model()),
                        Optional.of(PROVIDER),
                        Optional.empty(),
                        call.at(),
                        TurnOrigin.TRANSCRIPT));
            }
        }
        return turns;
    }

    List<Leftover> leftovers() {
        return turns().stream()
                .map(turn -> new Leftover(
                        identity(turn.key()),
                        DayWindow.utcDay(turn.at()),
                        LeftoverOrigin.TRANSCRIPT,
                        turn.model(),
                        turn.provider(),
                        turn.figures()))
                .toList();
    }

    /** How the answer of this number is called as a leftover. */
    static String identity(TurnKey key) {
        return key.memorySessionId() + "/" + key.turn();
    }

    /** How many answers are its own. */
    int calls() {
        return answers.size() - copied.size();
    }

    long undated() {
        return answers.entrySet().stream()
                .filter(answer -> answer.getValue().at() == null && !copied.contains(answer.getKey()))
                .count();
    }

    static TurnFigures figures(Call call) {
        var tokens = call.tokens();
        return new TurnFigures(Optional.of(tokens.inputSide()), Optional.of(tokens.output()), Optional.empty());
    }
}
