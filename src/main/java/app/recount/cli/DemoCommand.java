package app.recount.cli;

import app.recount.demo.DemoFolder;
import app.recount.demo.DemoLogs;
import app.recount.demo.DemoMemory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code demo}: writes a believable data directory from a seed. */
final class DemoCommand implements Command {

    private final Services services;

    DemoCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description(
                        "Writes a believable data directory, and in it a home folder with session logs, into a folder that is new or empty.")
                .footer("", "The same seed on the same day gives the same rows; --now names another day.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("DIR")
                .index("0")
                .required(true)
                .type(Path.class)
                .description("Where to write it.")
                .build());
        spec.addOption(CommonOptions.value(
                "--seed",
                "N",
                Long.class,
                "What the data is invented from; the same seed on the same day (--now) gives the same rows and logs."));
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var clock = options.now().map(now -> Clock.fixed(now, ZoneOffset.UTC)).orElseGet(services::clock);
        var folder = parsed.matchedPositionalValue(0, Path.of(""));
        long seed = parsed.matchedOptionValue("--seed", DemoMemory.DEFAULT_SEED);
        var demo = new DemoMemory(clock).in(folder, seed);
        var home = demo.directory().path().resolve("home");
        new DemoLogs(clock).in(home, seed);
        if (options.format() == Format.JSON) {
            print(demo, home, console);
        } else {
            console.line(demo.directory().path().toString());
            console.note(demo.reused() ? "The demo data was there already." : "Demo data written.");
            console.note(
                    "Look at it: recount preview --data-dir " + demo.directory().path());
            console.note("Look at its sessions: HOME=%s recount analysis sessions list --tool all".formatted(home));
        }
        return ExitStatus.DONE;
    }

    private static void print(DemoFolder demo, Path home, Console console) {
        console.result(JsonOutput.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("data_dir", demo.directory().path().toString());
            json.writeStringProperty("database", demo.directory().database().toString());
            json.writeStringProperty("home", home.toString());
            json.writeNumberProperty("seed", demo.seed());
            json.writeBooleanProperty("reused", demo.reused());
            json.writeEndObject();
        }));
    }
}
