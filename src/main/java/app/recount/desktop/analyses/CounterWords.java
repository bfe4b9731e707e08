package app.recount.desktop.analyses;

import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Money;
import app.recount.text.Texts;
import java.util.List;
import java.util.Optional;

/**
 * One of the big counters in words.
 *
 * @param name what is counted
 * @param figure the count, or that it is unknown
 * @param note a line below it
 * @param known whether there is a count
 */
record CounterWords(String name, String figure, String note, boolean known) {

    static List<CounterWords> of(Observed observed, Optional<Long> lastMinute, Texts texts) {
        return new Maker(observed, lastMinute, texts).all();
    }

    private record Maker(Observed observed, Optional<Long> lastMinute, Texts texts) {

        List<CounterWords> all() {
            var counters = Counters.of(observed.progress());
            return List.of(
                    count("total", counters.total(), totalNote()),
                    count(
                            "input",
                            counters.input(),
                            texts.get("analyses.counter.input." + (counters.split() ? "note" : "side"))),
                    count("write", counters.cacheWrite(), writeNote(counters)),
                    count("read", counters.cacheRead(), readNote(counters)),
                    count("output", counters.output(), outputNote(counters)),
                    cost(counters));
        }

        private CounterWords count(String key, Optional<Long> value, String note) {
            return new CounterWords(
                    texts.get("analyses.counter." + key),
                    value.map(Figures::of).orElseGet(() -> texts.get("analyses.unknown")),
                    value.isPresent() || key.equals("total") ? note : "",
                    value.isPresent());
        }

        private String totalNote() {
            var reason = observed.progress().unknownReason();
            if (Counters.total(observed.progress()).isEmpty()) {
                return reason == null ? "" : reason;
            }
            return observed.progress().run().isOpen()
                    ? lastMinute
                            .map(grown -> texts.get("analyses.counter.minute", Figures.of(grown)))
                            .orElse("")
                    : texts.get("analyses.counter.ended");
        }

        private String writeNote(Counters counters) {
            long five = counters.cacheWrite5m().orElse(0L);
            long hour = counters.cacheWrite1h().orElse(0L);
            if (hour == 0) {
                return five == 0 ? "" : texts.get("analyses.counter.write.all5m");
            }
            return five == 0
                    ? texts.get("analyses.counter.write.all1h")
                    : texts.get(
                            "analyses.counter.write.both", Figures.rough((double) five), Figures.rough((double) hour));
        }

        private String readNote(Counters counters) {
            var share = counters.cacheReadShare();
            return share.isPresent() ? texts.get("analyses.counter.read.share", share.getAsDouble()) : "";
        }

        private String outputNote(Counters counters) {
            return counters.calls()
                    .map(calls -> texts.get("analyses.counter.calls", calls))
                    .orElse("");
        }

        private CounterWords cost(Counters counters) {
            var name = texts.get("analyses.counter.cost");
            if (counters.costUsd().isPresent()) {
                return new CounterWords(name, Money.of(counters.costUsd().get()), pricesOf(), true);
            }
            return new CounterWords(name, texts.get("analyses.unknown"), noCost(), false);
        }

        /** A cost that was stored with its run was not computed from the prices of now. */
        private String pricesOf() {
            return observed.isCostStored()
                    ? texts.get("analyses.cost.stored")
                    : texts.get("analyses.cost.date", observed.day().date().toString());
        }

        private String noCost() {
            var missing = observed.prices().entrySet().stream()
                    .filter(entry -> entry.getValue().isEmpty())
                    .map(entry -> entry.getKey())
                    .findFirst();
            return missing.map(model -> model.isEmpty()
                            ? texts.get("analyses.cost.no-model")
                            : texts.get("analyses.cost.no-price", model))
                    .orElseGet(() -> texts.get("analyses.cost.no-split"));
        }
    }
}
