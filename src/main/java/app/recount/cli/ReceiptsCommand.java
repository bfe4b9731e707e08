package app.recount.cli;

import app.recount.delivery.Receipt;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** {@code receipts}, the same as {@code receipts list}: everything that was ever approved, sent and answered. */
final class ReceiptsCommand implements Command {

    /** Of the digest, enough to tell rows apart. */
    private static final int DIGITS = 12;

    private final Services services;
    private final String name;
    private final List<Command> subcommands;

    private ReceiptsCommand(Services services, String name, List<Command> subcommands) {
        this.services = services;
        this.name = name;
        this.subcommands = subcommands;
    }

    static ReceiptsCommand with(Services services) {
        return new ReceiptsCommand(
                services,
                "receipts",
                List.of(
                        new ReceiptsCommand(services, "list", List.of()),
                        new ReceiptsVerifyCommand(services),
                        new ReceiptsShowCommand(services),
                        new ReceiptsExportCommand(services),
                        new ReceiptsWithdrawCommand(services)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Command> subcommands() {
        return subcommands;
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
