package app.recount.cli;

import app.recount.generation.EstimateBasis;
import app.recount.generation.GenerationRollup;
import app.recount.generation.GenerationShare;
import app.recount.generation.GenerationSum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What generation cost, for people. What is not known is a dash. */
final class GenerationText {

    private static final String UNKNOWN = "–";

    private GenerationText() {}

    static List<String> lines(GenerationRollup rollup) {
        var table = new TextTable(List.of(
                "Day", "From", "Provider", "Model", ">Calls", ">Tokens in", ">Tokens out", ">Cost USD", ">Estimate"));
        for (var day : rollup.days()) {
            for (var share : day.shares()) {
                table.row(row(share));
            }
        }
        table.row(row("All", "", "", "", rollup.total()));
        var lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.addAll(Paragraph.wrap(
                "",
                "",
                "Turns of the memory database and of recount.db enter the events of their days; nothing else does."));
        if (!rollup.total().estimate().isNone()) {
            rollup.estimateBasis().ifPresent(prices -> lines.addAll(Paragraph.wrap("", "", estimated(prices))));
        }
        if (rollup.days().stream().flatMap(day -> day.shares().stream()).anyMatch(GenerationShare::overlapping)) {
            lines.addAll(Paragraph.wrap(
                    "",
                    "",
                    "What is marked with * probably tells of the same calls as a better source and is not added."));
        }
        return lines;
    }

    private static String estimated(EstimateBasis prices) {
        return "An estimate (~) is what calls without a reported cost would cost at the prices of %s, all input at the full price: %s. It is no part of the cost."
                .formatted(prices.date(), prices.source());
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
