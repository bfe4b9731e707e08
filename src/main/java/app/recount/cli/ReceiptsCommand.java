package app.recount.cli;

import app.recount.delivery.Receipt;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

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
    public void describe(CommandSpec spec) {
        spec.usageMessage().description("Lists what was approved, sent and answered, oldest first.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var receipts = services.backfill().receipts().list();
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> {
                json.writeStartArray();
                receipts.forEach(receipt -> JsonOutput.copy(receipt.line(), json));
                json.writeEndArray();
            }));
        } else if (receipts.isEmpty()) {
            console.line("No receipts yet.");
        } else {
            table(receipts).lines().forEach(console::line);
        }
        return ExitStatus.DONE;
    }

    private static TextTable table(List<Receipt> receipts) {
        var table = new TextTable(List.of(">No.", "Time", "What", "Outcome", ">Events", "Digest"));
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
