package app.recount.memory;

import app.recount.store.DataDirectory;
import java.util.List;

/** The compression turns that Recount keeps itself, because claude-mem does not. */
@FunctionalInterface
public interface KeptTurns {

    KeptTurns NONE = _ -> List.of();

    /** Those of the memory in this data directory. */
    List<KeptTurn> of(DataDirectory directory);
}
