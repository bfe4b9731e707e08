package app.recount.cli;

import app.recount.delivery.Verification;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.core.JsonGenerator;

/** {@code receipts verify}: proves that the log is what was written. */
final class ReceiptsVerifyCommand implements Command {

    private final Services services;

    ReceiptsVerifyCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Proves the chain of receipts from the first entry to the last.")
                .footer("", "Exits 0 if it holds, 3 if not.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var verification = services.backfill().receipts().verify();
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> write(verification, json)));
        } else {
            print(verification, console);
        }
        return verification instanceof Verification.Intact ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private static void print(Verification verification, Console console) {
        switch (verification) {
            case Verification.Intact intact -> {
                console.line("The chain holds: %d entries%s."
                        .formatted(
                                intact.entries(),
                                intact.newest().map(hash -> ", newest " + hash).orElse("")));
                intact.notes().forEach(console::line);
            }
            case Verification.Broken broken ->
                console.line("The chain is broken at line %d: %s".formatted(broken.line(), broken.why()));
            case Verification.Cut cut ->
                console.line("The end is missing, %d entries of at least %d are there: %s"
                        .formatted(cut.entries(), cut.remembered(), cut.why()));
        }
    }

    private static void write(Verification verification, JsonGenerator json) {
        json.writeStartObject();
        json.writeBooleanProperty("intact", verification instanceof Verification.Intact);
        switch (verification) {
            case Verification.Intact intact -> {
                json.writeNumberProperty("entries", intact.entries());
                json.writeName("newest");
                intact.newest().ifPresentOrElse(hash -> json.writeString(hash.toString()), json::writeNull);
                json.writeArrayPropertyStart("notes");
                intact.notes().forEach(json::writeString);
                json.writeEndArray();
            }
            case Verification.Broken broken -> {
                json.writeNumberProperty("line", broken.line());
                json.writeStringProperty("reason", broken.why());
            }
            case Verification.Cut cut -> {
                json.writeNumberProperty("entries", cut.entries());
                json.writeNumberProperty("remembered", cut.remembered());
                json.writeStringProperty("reason", cut.why());
            }
        }
        json.writeEndObject();
    }
}
