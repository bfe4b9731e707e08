package app.recount.cli;

import app.recount.delivery.Receipt;
import app.recount.text.Texts;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.core.JsonGenerator;

/** {@code receipts withdraw}: what can be done after sending, and what cannot. Does nothing itself, for nothing can be taken back. */
final class ReceiptsWithdrawCommand implements Command {

    private static final String STATEMENTS = "receipts.withdraw.statement.";

    private final Services services;
    private final Texts texts = new Texts();

    ReceiptsWithdrawCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "withdraw";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Says what can be done after sending, and what cannot.")
                .footer(
                        "",
                        "Changes nothing and asks nobody; “recount decline --telemetry-off” switches",
                        "telemetry off.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var sent = services.backfill().receipts().list().reversed().stream()
                .filter(receipt -> receipt.kind() == Receipt.Kind.SENT)
                .flatMap(receipt -> receipt.subject().stream())
                .findFirst();
        if (CommonOptions.of(parsed).format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> write(sent, json)));
        } else {
            print(sent, console);
        }
        return ExitStatus.DONE;
    }

    private List<String> statements() {
        return texts.keysBelow(STATEMENTS).stream().map(texts::get).toList();
    }

    private String request(Receipt.Subject sent) {
        return texts.get("receipts.withdraw.request", sent.installId(), sent.destination());
    }

    private void print(Optional<Receipt.Subject> sent, Console console) {
        statements().forEach(statement -> {
            Paragraph.wrap("", "", statement).forEach(console::line);
            console.line("");
        });
        console.line("Install id: "
                + sent.map(Receipt.Subject::installId).orElseGet(() -> texts.get("receipts.withdraw.no-id")));
        sent.ifPresent(subject -> {
            console.line("A request to whoever runs the destination:");
            Paragraph.wrap("  ", "  ", request(subject)).forEach(console::line);
        });
    }

    private void write(Optional<Receipt.Subject> sent, JsonGenerator json) {
        json.writeStartObject();
        write(json, "install_id", sent.map(Receipt.Subject::installId));
        write(json, "destination", sent.map(Receipt.Subject::destination));
        write(json, "request", sent.map(this::request));
        json.writeArrayPropertyStart("statements");
        statements().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, Optional<String> text) {
        json.writeName(name);
        text.ifPresentOrElse(json::writeString, json::writeNull);
    }
}
