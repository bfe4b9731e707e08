package app.recount.desktop.receipts;

import app.recount.delivery.ForeignReceipts;
import app.recount.delivery.ReceiptProof;
import app.recount.desktop.shell.Desk;
import java.nio.file.Path;

/** Verifies a log that came from elsewhere, with nothing but its file, and says so above the page. */
final class FileCheck {

    private final Desk desk;

    FileCheck(Desk desk) {
        this.desk = desk;
    }

    void choose() {
        desk.files()
                .open(desk.texts().get("receipts.verify-file.title"), "jsonl")
                .ifPresent(this::verify);
    }

    void verify(Path file) {
        desk.background()
                .task(desk.texts().get("receipts.verifying"), progress -> ForeignReceipts.prove(file))
                .whenDone(proof -> say(file, proof))
                .start();
    }

    private void say(Path file, ReceiptProof proof) {
        var banner = ChainBanner.of(proof, desk.paths().of(file), desk.texts());
        desk.notices()
                .say(
                        banner.status(),
                        "RECEIPTS_FILE",
                        "%s. %s".formatted(banner.title(), String.join(" ", sentences(banner))));
    }

    /** A line may be a clause. */
    private static Iterable<String> sentences(ChainBanner banner) {
        return banner.lines().stream()
                .map(line -> line.endsWith(".") ? line : line + ".")
                .toList();
    }
}
