package app.recount.cli;

import app.recount.delivery.Receipt;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code receipts show}: one entry, or the bytes that it is about. */
final class ReceiptsShowCommand implements Command {

    private static final int LABEL = 14;

    private final Services services;

    ReceiptsShowCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "show";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Shows one receipt.")
                .footer("", "With --format body the stored bytes of the payload that it is about.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON, Format.BODY);
        spec.addPositional(ReceiptNumber.positional());
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var receipt = ReceiptNumber.find(parsed, services.backfill().receipts().list());
        switch (options.format()) {
            case TEXT -> lines(receipt).forEach(console::line);
            case JSON -> console.result(JsonOutput.bytes(json -> JsonOutput.copy(receipt.line(), json)));
            case BODY -> console.result(body(receipt));
        }
        return ExitStatus.DONE;
    }

    private byte[] body(Receipt receipt) {
        return receipt.subject()
                .flatMap(subject -> services.backfill().delivery().storedBody(subject.digest()))
                .orElseThrow(() -> new ProblemException(new Problem(
                        "BODY_NOT_KEPT",
                        "No bytes are kept for receipt number %d.".formatted(receipt.number()),
                        "Only what was approved is kept.",
                        Action.read("Show the receipt itself without --format body."))));
    }

    private static List<String> lines(Receipt receipt) {
        var lines = new ArrayList<String>();
        lines.addAll(label("Receipt", "no. %d, %s".formatted(receipt.number(), receipt.time())));
        lines.addAll(label(
                "What",
                receipt.kind().text()
                        + receipt.outcome().map(outcome -> ": " + outcome).orElse("")));
        receipt.code().ifPresent(code -> lines.addAll(label("Code", code)));
        receipt.reason().ifPresent(reason -> lines.addAll(label("Reason", reason)));
        receipt.subject().ifPresent(subject -> {
            lines.addAll(
                    label("Payload", "%d events, version %d".formatted(subject.events(), subject.payloadVersion())));
            lines.addAll(label("Days", "%s to %s".formatted(subject.firstDay(), subject.throughDay())));
            lines.addAll(label("Destination", subject.destination()));
            lines.addAll(label("Data folder", subject.dataDirectory()));
            lines.addAll(label("Install id", subject.installId()));
            lines.addAll(label("Digest", subject.digest().toString()));
        });
        for (var part : receipt.parts()) {
            lines.addAll(label(
                    "Request",
                    "%d events, %d bytes, %s at attempt %d, %d ms: %s"
                            .formatted(
                                    part.events(),
                                    part.bytes(),
                                    part.status()
                                            .map(status -> "HTTP " + status)
                                            .orElse("no answer"),
                                    part.retries() + 1,
                                    part.millis(),
                                    part.answer())));
        }
        lines.addAll(label("Before", receipt.previous().map(Object::toString).orElse("none, it is the first")));
        lines.addAll(label("Hash", receipt.hash().toString()));
        return lines;
    }

    private static List<String> label(String label, String text) {
        return Paragraph.labelled(label, LABEL, text);
    }
}
