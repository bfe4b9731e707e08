package app.recount.cli;

import app.recount.generation.CompressionEvent;
import app.recount.generation.EstimateBasis;
import app.recount.generation.GenerationDay;
import app.recount.generation.GenerationEstimate;
import app.recount.generation.GenerationRollup;
import app.recount.generation.GenerationShare;
import app.recount.generation.GenerationSum;
import app.recount.generation.ImportReport;
import app.recount.generation.TurnOutcome;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** What scripts learn about generation. Money is the exact decimal; what is not known is null. */
final class GenerationJson {

    private final JsonGenerator json;

    GenerationJson(JsonGenerator json) {
        this.json = json;
    }

    void write(GenerationRollup rollup) {
        json.writeStartObject();
        json.writeName("first_day");
        rollup.firstDay().ifPresentOrElse(day -> json.writeString(day.toString()), json::writeNull);
        json.writeName("estimate_prices");
        rollup.estimateBasis().ifPresentOrElse(this::write, json::writeNull);
        json.writeName("total");
        write(rollup.total());
        json.writeArrayPropertyStart("days");
        rollup.days().forEach(this::write);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(EstimateBasis prices) {
        json.writeStartObject();
        json.writeStringProperty("date", prices.date().toString());
        json.writeStringProperty("source", prices.source());
        json.writeEndObject();
    }

    private void write(GenerationDay day) {
        json.writeStartObject();
        json.writeStringProperty("day", day.day().toString());
        json.writeName("turns");
        write(day.turns());
        json.writeName("leftovers");
        write(day.leftovers());
        json.writeArrayPropertyStart("shares");
        day.shares().forEach(this::write);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(GenerationShare share) {
        json.writeStartObject();
        json.writeStringProperty("from", share.place().word());
        json.writeBooleanProperty("in_events", share.place().isOfTurns());
        json.writeBooleanProperty("overlapping", share.overlapping());
        json.writeStringProperty("provider", share.provider());
        json.writeStringProperty("model", share.model());
        fields(share.sum());
        json.writeEndObject();
    }

    private void write(GenerationSum sum) {
        json.writeStartObject();
        fields(sum);
        json.writeEndObject();
    }

    private void fields(GenerationSum sum) {
        json.writeNumberProperty("calls", sum.calls());
        json.writeNumberProperty("without_cost", sum.unpriced());
        number("tokens_input", sum.tokensInput());
        number("tokens_output", sum.tokensOutput());
        number("cost_usd", sum.costUsd());
        json.writeName("estimate");
        write(sum.estimate());
    }

    /** Apart from the reported cost, and never part of it. */
    private void write(GenerationEstimate estimate) {
        if (estimate.isNone()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeNumberProperty("calls", estimate.calls());
        number("cost_usd", Optional.of(estimate.costUsd()));
        json.writeEndObject();
    }

    void write(CompressionEvent turn) {
        json.writeStartObject();
        json.writeStringProperty("memory_session_id", turn.key().memorySessionId());
        json.writeNumberProperty("turn", turn.key().turn());
        number("tokens_input", turn.figures().tokensInput().map(BigDecimal::valueOf));
        number("tokens_output", turn.figures().tokensOutput().map(BigDecimal::valueOf));
        number("cost_usd", turn.figures().costUsd());
        text("model", turn.model());
        text("provider", turn.provider());
        text("outcome", turn.outcome().map(TurnOutcome::word));
        json.writeStringProperty("at", turn.at().toString());
        json.writeStringProperty("origin", turn.origin().word());
        json.writeEndObject();
    }

    void write(ImportReport report) {
        json.writeStartObject();
        json.writeBooleanProperty("written", report.written());
        json.writeStringProperty("zone", report.zone().getId());
        json.writeObjectPropertyStart("logs");
        json.writeStringProperty("folder", report.logFolder().toString());
        json.writeNumberProperty("files", report.logs().files());
        json.writeNumberProperty("lines", report.logs().lines());
        json.writeNumberProperty("usage_lines", report.logs().usageLines());
        json.writeNumberProperty("broken_lines", report.logs().broken());
        json.writeNumberProperty("impossible_times", report.logs().skippedTimes());
        json.writeNumberProperty("doubtful_files", report.logs().doubtfulFiles());
        json.writeNumberProperty("cut_files", report.logs().cutFiles());
        json.writeEndObject();
        json.writeObjectPropertyStart("transcripts");
        json.writeArrayPropertyStart("folders");
        report.transcriptFolders().forEach(folder -> json.writeString(folder.toString()));
        json.writeEndArray();
        json.writeNumberProperty("files", report.transcripts().files());
        json.writeNumberProperty("matched", report.transcripts().matched());
        json.writeNumberProperty("calls", report.transcripts().calls());
        json.writeNumberProperty("undated_calls", report.transcripts().undated());
        json.writeNumberProperty("unreadable_files", report.transcripts().unreadable());
        json.writeEndObject();
        news("turns", report.turns());
        news("leftovers", report.leftovers());
        json.writeEndObject();
    }

    private void news(String name, ImportReport.News news) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("found", news.found());
        json.writeNumberProperty("new", news.changed());
        json.writeEndObject();
    }

    private void text(String name, Optional<String> value) {
        json.writeName(name);
        value.ifPresentOrElse(json::writeString, json::writeNull);
    }

    /** Digit by digit, never with an exponent. */
    private void number(String name, Optional<BigDecimal> value) {
        json.writeName(name);
        value.map(BigDecimal::toPlainString).ifPresentOrElse(json::writeNumber, json::writeNull);
    }
}
