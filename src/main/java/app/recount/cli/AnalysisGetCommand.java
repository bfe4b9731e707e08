package app.recount.cli;

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
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.place("ID", String.class);
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var runs = services.tracking().analyses().runs();
        var id = given.parsed().matchedPositionalValue(0, "");
        var run = runs.find(id).orElseThrow(() -> RunText.notFound(id, services.texts()));
        var whole = EndToEndOutput.of(run, runs);
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> {
                json.writeStartObject();
                RunOutput.writeFields(run, json);
                whole.ifPresent(output -> output.write(json));
                json.writeEndObject();
            }));
        } else {
            RunText.print(run, Format.TEXT, console, services.texts());
            whole.ifPresent(output -> output.lines(services.texts()).forEach(console::line));
        }
        return ExitStatus.DONE;
    }
}
