package app.recount.cli;

import app.recount.delivery.DeliveryTrail;
import app.recount.delivery.Receipt;
import app.recount.report.ReceiptDocument;
import java.util.List;
import java.util.Optional;

/** {@code receipts export}: one receipt as a document that somebody else can read and check. */
final class ReceiptsExportCommand implements Command {

    private static final String JSON = "json";

    private final Services services;

    ReceiptsExportCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public void declare(Declaration takes) {
        takes.surroundings();
        takes.forms(List.of("md", JSON));
        takes.text(OutputFile.OPTION, "FILE");
        ReceiptNumber.declare(takes);
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var backfill = services.backfill();
        var log = backfill.receipts().list();
        var receipt = ReceiptNumber.find(given, log);
        var document = JSON.equals(given.formatWord())
                ? entries(DeliveryTrail.of(receipt, log))
                : ReceiptDocument.write(receipt, log, body(receipt), options.now(services), services.texts());
        OutputFile.put(
                document,
                given,
                console,
                file -> services.texts().get("cli.receipts.export.written", receipt.number(), file));
        return ExitStatus.DONE;
    }

    private static byte[] entries(List<Receipt> delivery) {
        return JsonOutput.bytes(json -> {
            json.writeStartArray();
            delivery.forEach(receipt -> JsonOutput.copy(receipt.line(), json));
            json.writeEndArray();
        });
    }

    private Optional<byte[]> body(Receipt receipt) {
        return receipt.subject()
                .flatMap(subject -> services.backfill().delivery().storedBody(subject.digest()));
    }
}
