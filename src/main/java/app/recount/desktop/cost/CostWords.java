package app.recount.desktop.cost;

import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Money;
import app.recount.generation.GenerationPlace;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How the page says what it shows. */
record CostWords(Texts texts) {

    String name(Period period) {
        return period.first().equals(period.last())
                ? period.first().toString()
                : Figures.days(period.first(), period.last());
    }

    String place(GenerationPlace place) {
        return texts.get("cost.place." + place.word());
    }

    /** A name that somebody told, or that nobody did. */
    String told(String name) {
        return name.isEmpty() ? texts.get("cost.notTold") : name;
    }

    static String money(Optional<BigDecimal> dollars) {
        return dollars.map(Money::of).orElse(Figures.ABSENT);
    }

    /** Marked as what it is; nothing where nothing could be estimated. */
    static String estimate(Optional<BigDecimal> dollars) {
        return dollars.map(sum -> "≈ " + Money.of(sum)).orElse("");
    }

    String knowledge(Period period) {
        return switch (period.knowledge()) {
            case IDLE -> texts.get("cost.idle");
            case UNKNOWN -> texts.get("cost.unknown");
            case KNOWN ->
                period.unknownActiveDays() == 0
                        ? texts.get("cost.known")
                        : texts.get("cost.known.partly", period.unknownActiveDays());
        };
    }

    String cost(Period period) {
        return words(period, said -> {
            said.add(texts.get("cost.words.cost", money(period.all().costUsd())));
            if (period.leftovers().calls() > 0) {
                said.add(texts.get(
                        "cost.words.leftovers", money(period.leftovers().costUsd())));
            }
            if (period.all().unpriced() > 0) {
                said.add(texts.get(
                        "cost.words.unpriced",
                        period.all().unpriced(),
                        period.all().calls()));
            }
        });
    }

    String tokens(Period period) {
        return words(period, said -> {
            said.add(texts.get("cost.words.generated", Figures.of(period.generated())));
            said.add(texts.get("cost.words.saved", Figures.of(period.savedOnSameDays())));
        });
    }

    private String words(Period period, Consumer<List<String>> known) {
        var said = new ArrayList<String>();
        said.add(name(period));
        switch (period.knowledge()) {
            case IDLE -> said.add(texts.get("cost.idle"));
            case UNKNOWN -> said.add(texts.get("cost.unknown"));
            case KNOWN -> {
                known.accept(said);
                if (period.unknownActiveDays() > 0) {
                    said.add(texts.get("cost.known.partly", period.unknownActiveDays()));
                }
            }
        }
        return String.join(" · ", said);
    }
}
