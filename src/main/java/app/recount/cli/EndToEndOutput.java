package app.recount.cli;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.AnalysisStore;
import app.recount.analysis.EndToEnd;
import app.recount.text.Texts;
import app.recount.text.VisibleText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** What a synthesis took together with its inputs. */
final class EndToEndOutput {

    private final EndToEnd whole;

    private EndToEndOutput(EndToEnd whole) {
        this.whole = whole;
    }

    /** Empty for a run that was not made from others. */
    static Optional<EndToEndOutput> of(AnalysisRun run, AnalysisStore runs) {
        return run.inputs().analysisIds().isEmpty()
                ? Optional.empty()
                : runs.endToEnd(run.id()).map(EndToEndOutput::new);
    }

    List<String> lines(Texts texts) {
        var amounts = new Amounts(texts);
        var lines = new ArrayList<>(List.of(""));
        var table = TextTable.headed(texts.get("cli.analysis.get.columns"));
        for (var input : whole.inputs()) {
            table.row(List.of(
                    VisibleText.name(input.id()),
                    amounts.tokens(input.tokens()),
                    amounts.dollars(input.costUsd().orElse(null))));
        }
        table.row(List.of(
                texts.get("cli.analysis.get.all"),
                amounts.tokens(whole.total()),
                amounts.dollars(whole.costUsd().orElse(null))));
        lines.addAll(table.lines());
        return lines;
    }

    void write(JsonGenerator json) {
        json.writeObjectPropertyStart("end_to_end");
        write("tokens", whole.total(), json);
        cost(whole.costUsd(), json);
        json.writeArrayPropertyStart("inputs");
        for (var input : whole.inputs()) {
            json.writeStartObject();
            json.writeStringProperty("id", input.id());
            json.writeBooleanProperty("exists", input.exists());
            write("tokens", input.tokens(), json);
            cost(input.costUsd(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(String name, Optional<Long> count, JsonGenerator json) {
        json.writeName(name);
        count.ifPresentOrElse(json::writeNumber, json::writeNull);
    }

    private static void cost(Optional<BigDecimal> cost, JsonGenerator json) {
        json.writeName("cost_usd");
        cost.ifPresentOrElse(dollars -> json.writeNumber(dollars.toPlainString()), json::writeNull);
    }
}
