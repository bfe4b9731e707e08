package app.recount.cli;

import app.recount.generation.EstimateBasis;
import app.recount.generation.GenerationRollup;
import app.recount.generation.GenerationShare;
import app.recount.generation.GenerationSum;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What generation cost, for people. What is not known is a dash. */
final class GenerationText {

    private static final String UNKNOWN = "–";

    private GenerationText() {}

    static List<String> lines(GenerationRollup rollup, Texts texts) {
        var table = TextTable.headed(texts.get("cli.generation.columns"));
        for (var day : rollup.days()) {
            for (var share : day.shares()) {
                table.row(row(share));
            }
        }
        table.row(row(texts.get("cli.generation.all"), "", "", "", rollup.total()));
        var lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.addAll(Paragraph.wrap("", "", texts.get("cli.generation.note.events")));
        if (!rollup.total().estimate().isNone()) {
            rollup.estimateBasis().ifPresent(prices -> lines.addAll(Paragraph.wrap("", "", estimated(prices, texts))));
        }
        if (rollup.days().stream().flatMap(day -> day.shares().stream()).anyMatch(GenerationShare::overlapping)) {
            lines.addAll(Paragraph.wrap("", "", texts.get("cli.generation.note.overlapping")));
        }
        return lines;
    }

    private static String estimated(EstimateBasis prices, Texts texts) {
        return texts.get("cli.generation.note.estimate", prices.date(), prices.source());
    }

    private static List<String> row(GenerationShare share) {
        return row(
                share.day().toString(),
                share.place().word() + (share.overlapping() ? " *" : ""),
                share.provider(),
                share.model(),
                share.sum());
    }

    private static List<String> row(String day, String place, String provider, String model, GenerationSum sum) {
        return List.of(
                day,
                place,
                provider,
                model,
                String.format(Locale.ENGLISH, "%,d", sum.calls()),
                tokens(sum.tokensInput()),
                tokens(sum.tokensOutput()),
                sum.costUsd().map(BigDecimal::toPlainString).orElse(UNKNOWN)
                        + (sum.costUsd().isPresent() && sum.unpriced() > 0 ? " +?" : ""),
                sum.estimate().isNone() ? "" : "~" + sum.estimate().costUsd().toPlainString());
    }

    private static String tokens(Optional<BigDecimal> tokens) {
        return tokens.map(count -> String.format(Locale.ENGLISH, "%,.0f", count))
                .orElse(UNKNOWN);
    }
}
