package app.recount.cli;

import app.recount.analysis.Source;

/** {@code source add}: registers a source, or gives it another title. */
final class SourceAddCommand implements Command {

    private final Services services;

    SourceAddCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "add";
    }

    @Override
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.required("--id", "ID");
        takes.required("--title", "TEXT");
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var source = new Source(
                given.text("--id").orElse("").strip(),
                given.text("--title").orElse("").strip());
        services.tracking().analyses().sources().add(source);
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> SourceListCommand.write(source, json)));
        } else {
            console.line("%s: %s".formatted(source.id(), source.title()));
        }
        return ExitStatus.DONE;
    }
}
