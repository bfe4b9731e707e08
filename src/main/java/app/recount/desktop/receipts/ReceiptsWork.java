package app.recount.desktop.receipts;

import app.recount.delivery.Delivery;
import app.recount.delivery.Receipt;
import app.recount.delivery.ReceiptLog;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Status;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.report.ReceiptDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the log and stored bytes off the window's thread, and writes what is saved. */
final class ReceiptsWork {

    private final Desk desk;
    private final ReceiptLog log;
    private final Delivery delivery;
    private final Clock clock;
    private final ReceiptsModel model;

    ReceiptsWork(Desk desk, ReceiptLog log, Delivery delivery, Clock clock, ReceiptsModel model) {
        this.desk = desk;
        this.log = log;
        this.delivery = delivery;
        this.clock = clock;
        this.model = model;
        model.selected().subscribe(selected -> selected.ifPresent(this::readBytes));
    }

    /** Reads the log and proves its chain. */
    void verify() {
        desk.background()
                .task(
                        desk.texts().get("receipts.verifying"),
                        progress -> new Ledger(log.list(), log.prove(), clock.instant()))
                .whenDone(model::read)
                .start();
    }

    private void readBytes(Receipt receipt) {
        receipt.subject()
                .ifPresent(subject -> desk.background()
                        .task(
                                desk.texts().get("receipts.bytes.loading"),
                                progress -> delivery.storedBody(subject.digest()))
                        .whenDone(body -> model.bytesRead(receipt, body))
                        .start());
    }

    /** The visible entries, one a line, as they stand in the log. */
    void export() {
        save("receipts.jsonl", model.export().getBytes(StandardCharsets.UTF_8));
    }

    /** The selected receipt as a document, with everything of its delivery. */
    void exportDocument() {
        var receipts = model.ledger().get().map(Ledger::receipts).orElse(List.of());
        model.selected()
                .get()
                .ifPresent(receipt -> save(
                        "receipt-%d.md".formatted(receipt.number()),
                        () -> ReceiptDocument.write(
                                receipt,
                                receipts,
                                receipt.subject().flatMap(subject -> delivery.storedBody(subject.digest())),
                                clock.instant())));
    }

    void save(String name, byte[] content) {
        save(name, () -> content);
    }

    private void save(String name, Supplier<byte[]> content) {
        var title = desk.texts().get("receipts.bytes.save");
        desk.files()
                .save(title, name)
                .ifPresent(file -> desk.background()
                        .task(title, progress -> write(file, content.get()))
                        .whenDone(saved -> desk.notices()
                                .say(
                                        Status.GOOD,
                                        "SAVED",
                                        desk.texts()
                                                .get(
                                                        "receipts.saved",
                                                        desk.paths().of(saved))))
                        .start());
    }

    /** The selected entry as it stands in the log. */
    Optional<String> line() {
        return model.selected().get().map(Receipt::line);
    }

    private static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            "FILE_NOT_WRITABLE",
                            "“%s” could not be written.".formatted(file),
                            e.getMessage(),
                            Action.read("Choose another folder.")),
                    e);
        }
    }
}
