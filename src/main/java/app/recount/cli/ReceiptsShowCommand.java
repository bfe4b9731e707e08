package app.recount.cli;

import app.recount.delivery.Receipt;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

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
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON, Format.BODY);
        ReceiptNumber.declare(takes);
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var receipt = ReceiptNumber.find(given, services.backfill().receipts().list());
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
                .orElseThrow(() -> new ProblemException(Problem.of("BODY_NOT_KEPT", receipt.number())
                        .explained()
                        .advising(Action.read("showReceipt"))));
    }

    private List<String> lines(Receipt receipt) {
        var lines = new ArrayList<String>();
        lines.addAll(
                label("receipt", services.texts().get("cli.receipts.show.number", receipt.number(), receipt.time())));
        lines.addAll(label(
                "what",
                receipt.kind().text()
                        + receipt.outcome().map(outcome -> ": " + outcome).orElse("")));
        receipt.code().ifPresent(code -> lines.addAll(label("code", code)));
        receipt.reason().ifPresent(reason -> lines.addAll(label("reason", reason)));
        receipt.subject().ifPresent(subject -> {
            lines.addAll(label(
                    "payload",
                    services.texts().get("cli.receipts.show.payload", subject.events(), subject.payloadVersion())));
            lines.addAll(label(
                    "days", services.texts().get("cli.receipts.show.days", subject.firstDay(), subject.throughDay())));
            lines.addAll(label("destination", subject.destination()));
            lines.addAll(label("data-folder", subject.dataDirectory()));
            lines.addAll(label("install-id", subject.installId()));
            lines.addAll(label("digest", subject.digest().toString()));
        });
        for (var part : receipt.parts()) {
            lines.addAll(label(
                    "request",
                    services.texts()
                            .get(
                                    "cli.receipts.show.part",
                                    part.events(),
                                    part.bytes(),
                                    part.status()
                                            .map(status -> "HTTP " + status)
                                            .orElse(services.texts().get("cli.receipts.show.no-answer")),
                                    part.retries() + 1,
                                    part.millis(),
                                    part.answer())));
        }
        lines.addAll(label(
                "before",
                receipt.previous().map(Object::toString).orElse(services.texts().get("cli.receipts.show.first"))));
        lines.addAll(label("hash", receipt.hash().toString()));
        return lines;
    }

    private List<String> label(String label, String text) {
        return Paragraph.labelled(services.texts().get("cli.receipts.show.label." + label), LABEL, text);
    }
}
