package app.recount.cli;

/** {@code status}: where everything stands. Does not read the memory database. */
final class StatusCommand implements Command {

    private final Services services;

    StatusCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var status = Status.of(options.request(services, false), services, options.now(services));
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(generator -> new StatusJson(generator, services.texts()).write(status)));
        } else {
            new StatusText(status, services.texts()).lines().forEach(console::line);
        }
        return ExitStatus.DONE;
    }
}
