package app.recount.cli;

import app.recount.delivery.Receipt;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** {@code receipts list}: everything that was ever approved, sent and answered. */
final class ReceiptsListCommand implements Command {

    /** Of the digest, enough to tell rows apart. */
    private static final int DIGITS = 12;

    private final Services services;

    ReceiptsListCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "list";
    }

    @Override
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var receipts = services.backfill().receipts().list();
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> {
                json.writeStartArray();
                receipts.forEach(receipt -> JsonOutput.copy(receipt.line(), json));
                json.writeEndArray();
            }));
        } else if (receipts.isEmpty()) {
            console.line(services.texts().get("cli.receipts.list.none"));
        } else {
            table(receipts).lines().forEach(console::line);
        }
        return ExitStatus.DONE;
    }

    private TextTable table(List<Receipt> receipts) {
        var table = TextTable.headed(services.texts().get("cli.receipts.list.columns"));
        for (var receipt : receipts) {
            table.row(List.of(
                    String.valueOf(receipt.number()),
                    receipt.time().truncatedTo(ChronoUnit.SECONDS).toString(),
                    receipt.kind().text(),
                    receipt.outcome().orElse(""),
                    receipt.subject()
                            .map(subject -> String.valueOf(subject.events()))
                            .orElse(""),
                    receipt.subject()
                            .map(subject -> subject.digest().hex().substring(0, DIGITS))
                            .orElse("")));
        }
        return table;
    }
}
