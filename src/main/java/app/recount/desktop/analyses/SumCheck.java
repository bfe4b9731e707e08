package app.recount.desktop.analyses;

import app.recount.analysis.RunProgress;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Status;
import app.recount.text.Texts;
import java.util.Optional;

/** Whether the stages' deltas add up to the total since the start, and if not, by how much not. */
sealed interface SumCheck {

    record AddsUp() implements SumCheck {}

    /** They do not: the total less the sum is {@code difference}. */
    record Differs(long difference) implements SumCheck {}

    /** One of the figures is unknown. */
    record Unknown() implements SumCheck {}

    /** There is nothing to add up. */
    record NoStages() implements SumCheck {}

    static SumCheck of(RunProgress progress) {
        if (progress.stages().isEmpty()) {
            return new NoStages();
        }
        var sum = StageRow.sum(progress).delta();
        var total = Counters.total(progress);
        Optional<Long> difference = sum.flatMap(parts -> total.map(all -> all - parts));
        return difference
                .<SumCheck>map(by -> by == 0 ? new AddsUp() : new Differs(by))
                .orElseGet(Unknown::new);
    }

    default Status status() {
        return switch (this) {
            case AddsUp fits -> Status.GOOD;
            case Differs differs -> Status.CAUTION;
            case Unknown unknown -> Status.NONE;
            case NoStages none -> Status.NONE;
        };
    }

    default String words(Texts texts) {
        return switch (this) {
            case AddsUp fits -> texts.get("analyses.sum.adds-up");
            case Differs(long by) when by > 0 -> texts.get("analyses.sum.missing", Figures.of(by));
            case Differs(long by) -> texts.get("analyses.sum.over", Figures.of(-by));
            case Unknown unknown -> texts.get("analyses.unknown");
            case NoStages none -> "";
        };
    }
}
