package app.recount.cli;

/** {@code analysis reopen}: takes back the end of a run. */
final class AnalysisReopenCommand implements Command {

    private final Services services;

    AnalysisReopenCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "reopen";
    }

    @Override
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.required("--id", "ID");
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var id = given.text("--id").orElse("");
        RunText.print(
                services.tracking().analyses().lifecycle().reopen(id), options.format(), console, services.texts());
        return ExitStatus.DONE;
    }
}
