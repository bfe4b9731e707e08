package app.recount.cli;

import app.recount.analysis.AnalysisRun;
import app.recount.report.RunJson;
import tools.jackson.core.JsonGenerator;

/** A run for scripts: the fields that leave in exports, and what else is known of its count. */
final class RunOutput {

    private RunOutput() {}

    static void json(AnalysisRun run, Console console) {
        console.result(JsonOutput.bytes(json -> {
            json.writeStartObject();
            writeFields(run, json);
            json.writeEndObject();
        }));
    }

    static void writeFields(AnalysisRun run, JsonGenerator json) {
        RunJson.writeFields(run, json);
        json.writeStringProperty("usage_chosen_by", run.session().chosenBy());
        json.writeStringProperty("usage_unknown_reason", run.session().unknownReason());
    }
}
