package app.recount.memory;

import app.recount.store.DataDirectory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The compression turns that Recount keeps itself, because claude-mem does not. */
@FunctionalInterface
public interface KeptTurns {

    KeptTurns NONE = _ -> List.of();

    /** Those of the memory in this data directory. */
    List<KeptTurn> of(DataDirectory directory);

    /**
     * The statement that lists one figure of those of a day: {@code memory_session_id}, {@code turn}, {@code figure}. Empty where none are
     * kept in a database.
     *
     * @param column of {@code compression_events}
     */
    default Optional<String> query(DataDirectory directory, String column, LocalDate day, Instant now) {
        return Optional.empty();
    }
}
