package app.recount.generation;

import app.recount.generation.CompressionStore.Fate;
import app.recount.generation.CompressionStore.Precedence;
import app.recount.memory.TurnKey;
import app.recount.store.DataDirectory;
import java.util.ArrayList;
import java.util.List;

/** Keeps turns that a worker or a hook tells. Telling the same again changes nothing. */
public final class TurnRecorder {

    /** What was counted in a transcript gives way to what somebody who took part tells. */
    private static final Precedence TOLD_OVER_COUNTED = (known, _) -> known.origin() == TurnOrigin.TRANSCRIPT;

    private final CompressionStore store;

    public TurnRecorder(CompressionStore store) {
        this.store = store;
    }

    /**
     * How a recording went.
     *
     * @param differing turns that are known with another content; it stays
     */
    public record Recorded(int added, int same, int replaced, List<TurnKey> differing) {
        public Recorded {
            differing = List.copyOf(differing);
        }
    }

    /**
     * Keeps them, all in one transaction.
     *
     * @param replace whether a turn that is known with another content is replaced
     */
    public Recorded record(List<CompressionEvent> turns, DataDirectory directory, boolean replace) {
        var fates = store.keep(turns, directory, replace ? (_, _) -> true : TOLD_OVER_COUNTED);
        var differing = new ArrayList<TurnKey>();
        for (int i = 0; i < turns.size(); i++) {
            if (fates.get(i) == Fate.DIFFERS) {
                differing.add(turns.get(i).key());
            }
        }
        return new Recorded(count(fates, Fate.ADDED), count(fates, Fate.SAME), count(fates, Fate.REPLACED), differing);
    }

    private static int count(List<Fate> fates, Fate fate) {
        return (int) fates.stream().filter(fate::equals).count();
    }
}
