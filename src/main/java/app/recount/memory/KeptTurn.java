package app.recount.memory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * A compression turn that stands outside the memory database.
 *
 * @param model empty if it is not known
 * @param provider empty if it is not known
 * @param figures by the names of the columns in {@code compression_events}; what is not known is not in it
 */
public record KeptTurn(TurnKey key, Instant at, String model, String provider, Map<String, BigDecimal> figures) {

    public KeptTurn {
        figures = Map.copyOf(figures);
    }
}
