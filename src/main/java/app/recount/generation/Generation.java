package app.recount.generation;

import app.recount.analysis.PriceTable;
import app.recount.memory.MemoryReader;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.Progress;
import app.recount.store.RecountStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Everything about what generation cost, wired together; nothing is opened before it is used.
 *
 * @param fields checks what is told about a turn
 * @param prices for estimates; asked for only where some are made
 */
public record Generation(
        TurnFields fields,
        TurnRecorder recorder,
        CompressionStore turns,
        LeftoverStore leftovers,
        GenerationImport imports,
        TableMigration table,
        MemoryReader reader,
        Supplier<PriceTable> prices) {

    /**
     * Wires the services.
     *
     * @param reader one that knows of the kept turns
     */
    public static Generation with(
            Environment environment,
            Clock clock,
            RecountStore store,
            CompressionStore turns,
            MemoryReader reader,
            Supplier<PriceTable> prices) {
        var leftovers = new LeftoverStore(store);
        return new Generation(
                new TurnFields(clock),
                new TurnRecorder(turns),
                turns,
                leftovers,
                new GenerationImport(environment, reader, turns, leftovers),
                new TableMigration(reader, clock),
                reader,
                prices);
    }

    /** Reads the memory database and adds up all that is known. */
    public GenerationRollup rollup(DataDirectory directory, Path database, Instant now, Progress progress) {
        var activity = reader.read(database, directory, now, progress);
        return GenerationRollup.of(activity, leftovers.list(directory), prices.get());
    }
}
