package app.recount.cli;

import app.recount.delivery.DeliveryTrail;
import app.recount.delivery.Receipt;
import app.recount.report.ReceiptDocument;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

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
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Writes one receipt as a Markdown document, with all of its delivery.")
                .footer("", "It says how to check it by hand.");
        CommonOptions.declareSurroundings(spec);
        spec.addOption(CommonOptions.format(
                "The form: %s; md without it. As json the entries of the delivery, for scripts.", List.of("md", JSON)));
        spec.addOption(CommonOptions.value(
                OutputFile.OPTION, "FILE", String.class, "Write into this file, instead of to standard output."));
        spec.addPositional(ReceiptNumber.positional());
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var backfill = services.backfill();
        var log = backfill.receipts().list();
        var receipt = ReceiptNumber.find(parsed, log);
        var document = JSON.equals(CommonOptions.formatWord(parsed))
                ? entries(DeliveryTrail.of(receipt, log))
                : ReceiptDocument.write(receipt, log, body(receipt), options.now(services));
        var output = CommonOptions.text(parsed, OutputFile.OPTION).map(services.environment()::expand);
        if (output.isEmpty()) {
            console.result(document);
        } else {
            OutputFile.write(output.get(), document);
            console.note("Receipt number %d written to %s.".formatted(receipt.number(), output.get()));
        }
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
