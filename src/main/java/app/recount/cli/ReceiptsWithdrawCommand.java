package app.recount.cli;

import app.recount.delivery.Receipt;
import app.recount.text.Texts;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** {@code receipts withdraw}: what can be done after sending, and what cannot. Does nothing itself, for nothing can be taken back. */
final class ReceiptsWithdrawCommand implements Command {

    private static final String STATEMENTS = "receipts.withdraw.statement.";

    private final Services services;
    private final Texts texts;

    ReceiptsWithdrawCommand(Services services) {
        this.services = services;
        this.texts = services.texts();
    }

    @Override
    public String name() {
        return "withdraw";
    }

    @Override
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
    }

    @Override
    public int run(Arguments given, Console console) {
        var sent = services.backfill().receipts().list().reversed().stream()
                .filter(receipt -> receipt.kind() == Receipt.Kind.SENT)
                .flatMap(receipt -> receipt.subject().stream())
                .findFirst();
        if (CommonOptions.of(given).format() == Format.JSON) {
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
        console.line(texts.get(
                "cli.receipts.withdraw.id",
                sent.map(Receipt.Subject::installId).orElseGet(() -> texts.get("receipts.withdraw.no-id"))));
        sent.ifPresent(subject -> {
            console.line(texts.get("cli.receipts.withdraw.to"));
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
