package app.recount.desktop.analyses;

import app.recount.analysis.PriceTable.Price;
import app.recount.analysis.RunProgress;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A run with what is needed to explain its cost.
 *
 * @param prices of the models that the run used; a model without a price has an empty entry
 */
record Observed(RunProgress progress, PriceDay day, SortedMap<String, Optional<Price>> prices) {

    /** When and where the prices are from. */
    record PriceDay(LocalDate date, String source) {}

    String id() {
        return progress.run().id();
    }

    /** Whether the run ended with a cost of its own, which stays whatever prices are now. */
    boolean isCostStored() {
        var run = progress.run();
        return !run.isOpen() && run.tokens().costUsd() != null;
    }
}
