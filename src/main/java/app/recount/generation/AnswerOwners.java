package app.recount.generation;

import app.recount.session.Call;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives each answer to one transcript, though resumed sessions copy the history of others: first of all to one whose session is known,
 * because only its turns enter events; then to one that holds nothing else, since that is what the others were copied from; then to the
 * one whose file was made first.
 */
final class AnswerOwners {

    private final Set<String> known;
    private final List<CompressionEvent> kept;

    /**
     * @param known the sessions that are known
     * @param kept the turns that were kept before, also those of transcripts that are deleted by now
     */
    AnswerOwners(Set<String> known, List<CompressionEvent> kept) {
        this.known = known;
        this.kept = kept;
    }

    /** The same transcripts, which now know what in them is a copy. */
    List<Transcript> settle(List<Transcript> transcripts) {
        var owners = new HashMap<String, String>();
        transcripts.stream()
                .sorted(firstIsOwner(shared(transcripts)))
                .forEach(transcript ->
                        transcript.answers().keySet().forEach(id -> owners.putIfAbsent(id, transcript.session())));
        var gone = gone(transcripts);
        return transcripts.stream()
                .map(transcript -> transcript.copying(transcript.answers().entrySet().stream()
                        .filter(answer -> !transcript.session().equals(owners.get(answer.getKey()))
                                || gone.contains(Content.of(answer.getValue())))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet())))
                .toList();
    }

    /** The answers that stand in several transcripts. */
    private static Set<String> shared(List<Transcript> transcripts) {
        var seen = new HashSet<String>();
        return transcripts.stream()
                .flatMap(transcript -> transcript.answers().keySet().stream())
                .filter(id -> !seen.add(id))
                .collect(Collectors.toSet());
    }

    private Comparator<Transcript> firstIsOwner(Set<String> shared) {
        return Comparator.comparing((Transcript each) -> !known.contains(each.session()))
                .thenComparing(each -> !shared.containsAll(each.answers().keySet()))
                .thenComparing(Transcript::created)
                .thenComparing(Transcript::session);
    }

    /**
     * The kept answers of transcripts that are there no more: Claude Code deletes the oldest first, and then a copy is all that is left. No
     * id is kept, but no two answers are given in the same millisecond for the same tokens.
     */
    private Set<Content> gone(List<Transcript> transcripts) {
        var there = transcripts.stream().map(Transcript::session).collect(Collectors.toSet());
        return kept.stream()
                .filter(turn -> turn.origin() == TurnOrigin.TRANSCRIPT)
                .filter(turn -> !there.contains(turn.key().memorySessionId()))
                .map(turn -> new Content(Optional.of(turn.at()), turn.model(), turn.figures()))
                .collect(Collectors.toSet());
    }

    /** What is kept of an answer: to the millisecond, and without a name. */
    private record Content(Optional<Instant> at, Optional<String> model, TurnFigures figures) {

        static Content of(Call call) {
            return new Content(
                    Optional.ofNullable(call.at()).map(at -> Instant.ofEpochMilli(at.toEpochMilli())),
                    Optional.ofNullable(call.model()),
                    Transcript.figures(call));
        }
    }
}
