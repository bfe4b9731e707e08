package app.recount.cli;

import app.recount.delivery.ForeignReceipts;
import app.recount.delivery.KeptBody;
import app.recount.delivery.ReceiptProof;
import app.recount.delivery.Verification;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.core.JsonGenerator;

/** {@code receipts verify}: proves that the log is what was written, this machine's or one in a file. */
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
                .description("Proves the chain of receipts from the first entry to the last, and the stored bytes.")
                .footer("", "Exits 0 if they hold, 3 if not.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("FILE")
                .index("0")
                .arity("0..1")
                .type(String.class)
                .description("A receipts.jsonl from anywhere, instead of this machine's own.")
                .build());
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var file = Optional.ofNullable(parsed.matchedPositionalValue(0, (String) null))
                .map(services.environment()::expand);
        var proof = file.map(ForeignReceipts::prove)
                .orElseGet(() -> services.backfill().receipts().prove());
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> write(proof, json)));
        } else {
            print(proof, console);
        }
        return proof.holds() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private static void print(ReceiptProof proof, Console console) {
        switch (proof.verification()) {
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
        proof.bodies().forEach(body -> console.line(sentence(body)));
    }

    private static String sentence(KeptBody body) {
        var state = switch (body.state()) {
            case KEPT -> "are kept and hash to it";
            case CHANGED -> "were changed: they do not hash to it";
            case ABSENT -> "are not kept any more";
        };
        var receipts = body.receipts().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "The bytes of %s (receipts %s) %s.".formatted(body.digest(), receipts, state);
    }

    private static void write(ReceiptProof proof, JsonGenerator json) {
        json.writeStartObject();
        json.writeBooleanProperty("intact", proof.verification() instanceof Verification.Intact);
        switch (proof.verification()) {
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
        json.writeBooleanProperty("end_known", proof.endKnown());
        json.writeArrayPropertyStart("bodies");
        proof.bodies().forEach(body -> write(body, json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(KeptBody body, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("digest", body.digest().toString());
        json.writeStringProperty("state", body.state().text());
        json.writeArrayPropertyStart("receipts");
        body.receipts().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeEndObject();
    }
}
