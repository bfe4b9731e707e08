package app.recount.desktop.cost;

import app.recount.generation.GenerationShare;
import app.recount.generation.GenerationSum;
import app.recount.report.CsvCell;
import app.recount.store.JsonFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The page's figures for other programs. Money is the exact decimal; what is not known is an empty cell or null, never 0. */
final class CostExport {

    private static final String PERIODS_HEAD =
            "first_day,last_day,state,known_days,unknown_active_days,turns,leftover_calls,calls_without_cost,"
                    + "tokens_input,tokens_output,cost_usd,leftover_cost_usd,tokens_saved_vs_naive";

    private static final String MODELS_HEAD = "model,provider,from,in_events,overlapping,first_day,last_day,calls,"
            + "calls_without_cost,tokens_input,tokens_output,cost_usd,estimated_cost_usd";

    private CostExport() {}

    static String periodsCsv(List<Period> periods) {
        return lines(PERIODS_HEAD, periods.stream().map(CostExport::line));
    }

    static String modelsCsv(List<ModelShare> shares) {
        return lines(MODELS_HEAD, shares.stream().map(CostExport::line));
    }

    private static String lines(String head, Stream<String> lines) {
        return Stream.concat(Stream.of(head), lines).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(Period period) {
        boolean known = period.knownDays() > 0;
        return String.join(
                ",",
                period.first().toString(),
                period.last().toString(),
                state(period),
                Long.toString(period.knownDays()),
                Long.toString(period.unknownActiveDays()),
                known ? Long.toString(period.turns().calls()) : "",
                known ? Long.toString(period.leftovers().calls()) : "",
                known ? Long.toString(period.all().unpriced()) : "",
                plain(period.all().tokensInput()),
                plain(period.all().tokensOutput()),
                plain(period.all().costUsd()),
                plain(period.leftovers().costUsd()),
                plain(period.savedOnSameDays()));
    }

    private static String line(ModelShare share) {
        return String.join(
                ",",
                CsvCell.of(share.model()),
                CsvCell.of(share.provider()),
                share.place().word(),
                Boolean.toString(share.isOfTurns()),
                Boolean.toString(share.overlapping()),
                share.first().toString(),
                share.last().toString(),
                Long.toString(share.sum().calls()),
                Long.toString(share.sum().unpriced()),
                plain(share.sum().tokensInput()),
                plain(share.sum().tokensOutput()),
                plain(share.sum().costUsd()),
                estimate(share.sum()));
    }

    /** One period with the shares of each of its days. */
    static String json(Period period) {
        return JsonFile.pretty(object(period)) + "\n";
    }

    static String json(List<Period> periods) {
        return periods.stream()
                .map(period -> JsonFile.pretty(object(period)))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static ObjectNode object(Period period) {
        var json = JsonFile.object()
                .put("first_day", period.first().toString())
                .put("last_day", period.last().toString())
                .put("state", state(period))
                .put("known_days", period.knownDays())
                .put("unknown_active_days", period.unknownActiveDays());
        put(json.putObject("turns"), period.turns());
        put(json.putObject("leftovers"), period.leftovers());
        json.put("tokens_saved_vs_naive", period.savedOnSameDays().orElse(null));
        var shares = json.putArray("shares");
        period.days().stream()
                .flatMap(day -> day.generation().stream())
                .flatMap(day -> day.shares().stream())
                .forEach(share -> put(shares.addObject(), share));
        return json;
    }

    private static void put(ObjectNode json, GenerationShare share) {
        json.put("day", share.day().toString())
                .put("from", share.place().word())
                .put("in_events", share.place().isOfTurns())
                .put("overlapping", share.overlapping())
                .put("provider", share.provider())
                .put("model", share.model());
        put(json, share.sum());
    }

    private static void put(ObjectNode json, GenerationSum sum) {
        json.put("calls", sum.calls())
                .put("without_cost", sum.unpriced())
                .put("tokens_input", sum.tokensInput().orElse(null))
                .put("tokens_output", sum.tokensOutput().orElse(null))
                .put("cost_usd", sum.costUsd().orElse(null))
                .put(
                        "estimated_cost_usd",
                        sum.estimate().isNone() ? null : sum.estimate().costUsd());
    }

    private static String state(Period period) {
        return period.knowledge().name().toLowerCase(Locale.ROOT);
    }

    private static String estimate(GenerationSum sum) {
        return sum.estimate().isNone() ? "" : sum.estimate().costUsd().toPlainString();
    }

    private static String plain(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("");
    }
}
