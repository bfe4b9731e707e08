package app.recount.cli;

import app.recount.delivery.ForeignReceipts;
import app.recount.delivery.KeptBody;
import app.recount.delivery.ReceiptProof;
import app.recount.delivery.Verification;
import java.util.stream.Collectors;
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
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.perhaps("FILE", String.class);
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var file = given.path();
        var proof = file.map(ForeignReceipts::prove)
                .orElseGet(() -> services.backfill().receipts().prove());
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> write(proof, json)));
        } else {
            print(proof, console);
        }
        return proof.holds() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private void print(ReceiptProof proof, Console console) {
        switch (proof.verification()) {
            case Verification.Intact intact -> {
                console.line(intact.newest()
                        .map(hash -> services.texts().get("cli.receipts.verify.newest", intact.entries(), hash))
                        .orElseGet(() -> services.texts().get("cli.receipts.verify.holds", intact.entries())));
                intact.notes().stream().map(services.texts()::say).forEach(console::line);
            }
            case Verification.Broken broken ->
                console.line(services.texts().get("cli.receipts.verify.broken", broken.line(), broken.why()));
            case Verification.Cut cut ->
                console.line(
                        services.texts().get("cli.receipts.verify.cut", cut.entries(), cut.remembered(), cut.why()));
        }
        proof.bodies().forEach(body -> console.line(sentence(body)));
    }

    private String sentence(KeptBody body) {
        var receipts = body.receipts().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return services.texts().get("cli.receipts.verify.body." + body.state(), body.digest(), receipts);
    }

    private void write(ReceiptProof proof, JsonGenerator json) {
        json.writeStartObject();
        json.writeBooleanProperty("intact", proof.verification() instanceof Verification.Intact);
        switch (proof.verification()) {
            case Verification.Intact intact -> {
                json.writeNumberProperty("entries", intact.entries());
                json.writeName("newest");
                intact.newest().ifPresentOrElse(hash -> json.writeString(hash.toString()), json::writeNull);
                json.writeArrayPropertyStart("notes");
                intact.notes().stream().map(services.texts()::say).forEach(json::writeString);
                json.writeEndArray();
            }
            case Verification.Broken broken -> {
                json.writeNumberProperty("line", broken.line());
                json.writeStringProperty("reason", services.texts().say(broken.why()));
            }
            case Verification.Cut cut -> {
                json.writeNumberProperty("entries", cut.entries());
                json.writeNumberProperty("remembered", cut.remembered());
                json.writeStringProperty("reason", services.texts().say(cut.why()));
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
