package app.recount.cli;

import app.recount.demo.DemoFolder;
import app.recount.demo.DemoMemory;
import app.recount.demo.WholeDemo;
import java.time.Clock;
import java.time.ZoneOffset;

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
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.place("DIR", String.class);
        takes.total("N", "--seed");
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var clock = options.now().map(now -> Clock.fixed(now, ZoneOffset.UTC)).orElseGet(services::clock);
        var folder = given.path().orElseThrow();
        long seed = given.parsed().matchedOptionValue("--seed", DemoMemory.DEFAULT_SEED);
        var demo = new WholeDemo(clock).in(folder, seed);
        if (options.format() == Format.JSON) {
            print(demo, console);
        } else {
            console.line(demo.directory().path().toString());
            console.note(
                    demo.reused()
                            ? services.texts().get("cli.demo.reused")
                            : services.texts().get("cli.demo.written"));
            console.note(services.texts().get("cli.demo.look", demo.directory().path()));
            console.note(services.texts().get("cli.demo.sessions", demo.home()));
        }
        return ExitStatus.DONE;
    }

    private static void print(DemoFolder demo, Console console) {
        console.result(JsonOutput.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("data_dir", demo.directory().path().toString());
            json.writeStringProperty("database", demo.directory().database().toString());
            json.writeStringProperty("home", demo.home().toString());
            json.writeNumberProperty("seed", demo.seed());
            json.writeBooleanProperty("reused", demo.reused());
            json.writeEndObject();
        }));
    }
}
