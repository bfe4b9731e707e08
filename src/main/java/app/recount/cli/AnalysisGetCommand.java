package app.recount.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code analysis get}: one run, as it is stored. */
final class AnalysisGetCommand implements Command {

    private final Services services;

    AnalysisGetCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "get";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage().description("Shows a run with its stages; for a synthesis also what all of it took.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("ID")
                .index("0")
                .required(true)
                .type(String.class)
                .description("The run.")
                .build());
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var runs = services.tracking().analyses().runs();
        var id = parsed.matchedPositionalValue(0, "");
        var run = runs.find(id).orElseThrow(() -> RunText.notFound(id));
        var whole = EndToEndOutput.of(run, runs);
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> {
                json.writeStartObject();
                RunOutput.writeFields(run, json);
                whole.ifPresent(output -> output.write(json));
                json.writeEndObject();
            }));
        } else {
            RunText.print(run, Format.TEXT, console);
            whole.ifPresent(output -> output.lines().forEach(console::line));
        }
        return ExitStatus.DONE;
    }
}
