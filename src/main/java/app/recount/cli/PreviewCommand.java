package app.recount.cli;

import app.recount.delivery.BackfillPreview;
import app.recount.problem.Problem;
import app.recount.store.Progress;
import java.util.Optional;

/** {@code preview}: what would be sent, to the byte, and what stands in the way. Opens no socket. */
final class PreviewCommand implements Command {

    private final Services services;

    PreviewCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "preview";
    }

    @Override
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON, Format.BODY);
        takes.flag(CommonOptions.WITHOUT_LOCATION);
        takes.flag("--all-days");
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var request = options.request(services, given.has(CommonOptions.WITHOUT_LOCATION));
        var preview = services.backfill().run().preview(request, Progress.NONE);
        print(preview, options.format(), given.has("--all-days"), console);
        return ExitStatus.DONE;
    }

    private void print(BackfillPreview preview, Format format, boolean allDays, Console console) {
        switch (format) {
            case TEXT ->
                new PreviewText(preview, obstacle(preview), allDays, services.texts())
                        .lines()
                        .forEach(console::line);
            case JSON -> {
                var obstacle = obstacle(preview);
                console.result(JsonOutput.bytes(
                        generator -> new PreviewJson(generator, services.texts()).write(preview, obstacle)));
            }
            case BODY -> console.result(preview.sealed().body());
        }
    }

    /** Only asked for where it is told: a file that cannot be understood is told of once. */
    private Optional<Problem> obstacle(BackfillPreview preview) {
        return services.backfill().delivery().obstacle(preview);
    }
}
