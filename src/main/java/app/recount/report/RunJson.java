package app.recount.report;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.Stage;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Runs as JSON: the names of the exported fields, except that the stages are an array {@code stages} instead of a text. */
public final class RunJson {

    private RunJson() {}

    public static void write(List<AnalysisRun> runs, JsonGenerator json) {
        json.writeStartArray();
        runs.forEach(run -> write(run, json));
        json.writeEndArray();
    }

    public static void write(AnalysisRun run, JsonGenerator json) {
        json.writeStartObject();
        writeFields(run, json);
        json.writeEndObject();
    }

    /** The fields alone, for an object that says more. */
    public static void writeFields(AnalysisRun run, JsonGenerator json) {
        for (var field : RunField.values()) {
            if (field == RunField.STAGES_JSON) {
                json.writeName("stages");
                StagesJson.write(run.stages(), json);
                if (run.stagesFault() != null) {
                    json.writeStringProperty("stages_fault", run.stagesFault());
                }
            } else {
                json.writeName(field.key());
                write(field.of(run), json);
            }
        }
    }

    /** Reads what stands in {@code stages}; empty if the text is no list of stages. */
    public static Optional<List<Stage>> readStages(String text) {
        return StagesJson.read(text).map(StagesJson.Read::stages);
    }

    private static void write(FieldValue value, JsonGenerator json) {
        switch (value) {
            case FieldValue.Unknown _ -> json.writeNull();
            case FieldValue.Text text -> json.writeString(text.value());
            case FieldValue.Whole whole -> json.writeNumber(whole.value());
            case FieldValue.Decimal decimal -> json.writeNumber(decimal.plain());
            case FieldValue.Words words -> {
                json.writeStartArray();
                words.values().forEach(json::writeString);
                json.writeEndArray();
            }
        }
    }
}
