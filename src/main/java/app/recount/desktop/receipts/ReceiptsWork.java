package app.recount.desktop.receipts;

import app.recount.delivery.Delivery;
import app.recount.delivery.Receipt;
import app.recount.delivery.ReceiptLog;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Saving;
import app.recount.problem.Problem;
import app.recount.report.ReceiptDocument;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Reads the log and stored bytes off the window's thread, and writes what is saved. */
final class ReceiptsWork {

    private final Desk desk;
    private final ReceiptLog log;
    private final Delivery delivery;
    private final Clock clock;
    private final ReceiptsModel model;
    private final Saving saving;
    private long turns;

    ReceiptsWork(Desk desk, ReceiptLog log, Delivery delivery, Clock clock, ReceiptsModel model) {
        this.desk = desk;
        this.log = log;
        this.delivery = delivery;
        this.clock = clock;
        this.model = model;
        saving = new Saving(desk, "receipts.saved");
        model.selected().subscribe(selected -> selected.ifPresent(this::readBytes));
    }

    /** Reads the log and proves its chain; an answer that a newer question has overtaken is dropped. */
    void verify() {
        long turn = ++turns;
        desk.background()
                .task(
                        desk.texts().get("receipts.verifying"),
                        progress -> new Ledger(log.list(), log.prove(), clock.instant()))
                .whenDone(ledger -> {
                    if (turn == turns) {
                        model.read(ledger);
                    }
                })
                .whenFailed(problem -> {
                    if (turn == turns) {
                        failed(problem);
                    }
                })
                .start();
    }

    private void failed(Problem problem) {
        if (model.ledger().get().isEmpty()) {
            model.failed(problem);
        } else {
            desk.notices().show(problem);
        }
    }

    private void readBytes(Receipt receipt) {
        receipt.subject()
                .ifPresent(subject -> desk.background()
                        .task(
                                desk.texts().get("receipts.bytes.loading"),
                                progress -> delivery.storedBody(subject.digest()))
                        .whenDone(body -> model.bytesRead(receipt, body))
                        .whenFailed(problem -> model.bytesUnreadable(receipt, problem))
                        .start());
    }

    /** The visible entries, one a line, as they stand in the log. */
    void export() {
        var lines = model.export().getBytes(StandardCharsets.UTF_8);
        saving.save(desk.texts().get("receipts.task.save"), "receipts.jsonl", () -> lines);
    }

    /** The selected receipt as a document, with everything of its delivery. */
    void exportDocument() {
        var receipts = model.ledger().get().map(Ledger::receipts).orElse(List.of());
        model.selected()
                .get()
                .ifPresent(receipt -> saving.saveLong(
                        desk.texts().get("receipts.task.document"),
                        "receipt-%d.md".formatted(receipt.number()),
                        progress -> ReceiptDocument.write(
                                receipt,
                                receipts,
                                receipt.subject().flatMap(subject -> delivery.storedBody(subject.digest())),
                                clock.instant(),
                                desk.texts())));
    }

    /** Bytes that a receipt is about. */
    void saveBytes(String name, byte[] content) {
        saving.save(desk.texts().get("receipts.task.bytes"), name, () -> content);
    }

    /** The selected entry as it stands in the log. */
    Optional<String> line() {
        return model.selected().get().map(Receipt::line);
    }
}
