package app.recount.desktop.cost;

import app.recount.analysis.PriceTable;
import app.recount.generation.GenerationRollup;
import app.recount.generation.Leftover;
import app.recount.generation.LeftoverOrigin;
import app.recount.generation.TurnFigures;
import app.recount.memory.Activity;
import app.recount.memory.DailyRollup;
import app.recount.memory.DayWindow;
import app.recount.memory.Fingerprint;
import app.recount.memory.Fingerprint.FileState;
import app.recount.memory.MemorySchema;
import app.recount.memory.ReadMode;
import app.recount.memory.RollupMetric;
import app.recount.memory.SourceTable;
import app.recount.memory.TurnGroup;
import app.recount.memory.UncostedTokens;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds readings day by day, through the real adding up. */
final class Costs {

    private final LocalDate first;
    private final LocalDate last;
    private final List<DailyRollup> rollups = new ArrayList<>();
    private final List<TurnGroup> turns = new ArrayList<>();
    private final List<Leftover> leftovers = new ArrayList<>();
    private Optional<PriceTable> prices = Optional.empty();

    private Costs(LocalDate first, LocalDate last) {
        this.first = first;
        this.last = last;
    }

    /** The days whose counters are known. */
    static Costs of(String first, String last) {
        return new Costs(LocalDate.parse(first), LocalDate.parse(last));
    }

    /** A day of work. */
    Costs saved(String day, long tokens) {
        rollups.add(new DailyRollup(
                LocalDate.parse(day),
                Map.of(RollupMetric.TOKENS_SAVED_VS_NAIVE, BigDecimal.valueOf(tokens)),
                Map.of(),
                Map.of()));
        return this;
    }

    Costs turns(String day, String model, long turns, long in, long out, @Nullable String cost) {
        return turns(day, SourceTable.TURNS, model, turns, 0, in, out, cost);
    }

    Costs turns(
            String day,
            SourceTable store,
            String model,
            long turns,
            long aborted,
            long in,
            long out,
            @Nullable String cost) {
        var sums = new EnumMap<RollupMetric, BigDecimal>(RollupMetric.class);
        sums.put(RollupMetric.GEN_TOKENS_INPUT, BigDecimal.valueOf(in));
        sums.put(RollupMetric.GEN_TOKENS_OUTPUT, BigDecimal.valueOf(out));
        var unknown = new EnumMap<RollupMetric, Long>(RollupMetric.class);
        if (cost == null) {
            unknown.put(RollupMetric.GEN_COST_USD, turns);
        } else {
            sums.put(RollupMetric.GEN_COST_USD, new BigDecimal(cost));
            if (aborted > 0) {
                unknown.put(RollupMetric.GEN_COST_USD, aborted);
            }
        }
        this.turns.add(new TurnGroup(
                LocalDate.parse(day),
                store,
                model,
                model.startsWith("claude") ? "claude" : "gemini",
                turns,
                sums,
                unknown,
                cost == null
                        ? new UncostedTokens(turns, BigDecimal.valueOf(in), BigDecimal.valueOf(out))
                        : UncostedTokens.NONE));
        return this;
    }

    Costs leftover(String day, LeftoverOrigin origin, String provider, long in, String cost) {
        leftovers.add(new Leftover(
                "l" + leftovers.size(),
                LocalDate.parse(day),
                origin,
                Optional.of("deepseek/deepseek-chat"),
                Optional.of(provider),
                new TurnFigures(Optional.of(in), Optional.of(in / 4), Optional.of(new BigDecimal(cost)))));
        return this;
    }

    /** Estimates what can be, at these prices. */
    Costs at(PriceTable table) {
        prices = Optional.of(table);
        return this;
    }

    CostReading reading() {
        var now = Instant.parse("2026-06-12T09:30:00Z");
        var activity = new Activity(
                Path.of("claude-mem.db"),
                ReadMode.IMMUTABLE,
                new Fingerprint(new FileState(1, FileTime.from(now)), Optional.empty(), Optional.empty()),
                now,
                Optional.of(first),
                last,
                Optional.of(new DayWindow(first, last)),
                rollups,
                List.of(),
                new MemorySchema(List.of()),
                turns);
        return CostReading.of(
                activity,
                prices.map(table -> GenerationRollup.of(activity, leftovers, table))
                        .orElseGet(() -> GenerationRollup.of(activity, leftovers)));
    }

    CostModel model() {
        var model = new CostModel(new Texts());
        model.show(reading());
        return model;
    }
}
