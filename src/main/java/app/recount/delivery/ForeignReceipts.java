package app.recount.delivery;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.problem.SystemAnswer;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves a log of receipts with nothing but its file: one from another machine, or a copy. Neither recount.db nor any lock is
 * needed, and nothing is written. Where a folder {@code approved} came along beside the file, its bytes are proved as well.
 */
public final class ForeignReceipts {

    private ForeignReceipts() {}

    /**
     * Reads the file and proves what can be proved of it.
     *
     * @throws ProblemException if there is no such file, or none that could be a log
     */
    public static ReceiptProof prove(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw unusable(
                        file,
                        Files.notExists(file)
                                ? Wording.of("problem.RECEIPTS_FILE_UNUSABLE.missing")
                                : Wording.of("problem.RECEIPTS_FILE_UNUSABLE.noFile"));
            }
            if (Files.size(file) > ReceiptFile.LARGEST) {
                throw unusable(file, Wording.of("problem.RECEIPTS_FILE_UNUSABLE.tooLarge"));
            }
            return prove(new ReceiptFile(file).read(), file.resolveSibling("approved"));
        } catch (IOException e) {
            throw unusable(file, SystemAnswer.of(e));
        }
    }

    private static ReceiptProof prove(ReceiptFile.Content content, Path approved) throws IOException {
        var chain = content.chain();
        var bodies = Files.isDirectory(approved) ? KeptBody.of(chain.receipts(), approved) : List.<KeptBody>of();
        return new ReceiptProof(verification(content, chain), false, bodies);
    }

    private static Verification verification(ReceiptFile.Content content, ReceiptFile.Chain chain) {
        var receipts = chain.receipts();
        if (chain.why().isPresent()) {
            return new Verification.Broken(receipts.size() + 1L, chain.why().get());
        }
        if (receipts.isEmpty() && content.rest().isPresent()) {
            return new Verification.Broken(1, Wording.of("proof.noLog"));
        }
        var notes = new ArrayList<Wording>();
        receipts.stream()
                .filter(receipt -> receipt.kind() == Receipt.Kind.MENDED)
                .flatMap(receipt -> receipt.reason().stream())
                .map(Wording::verbatim)
                .forEach(notes::add);
        content.rest().ifPresent(rest -> notes.add(Wording.of("proof.torn", rest.length)));
        notes.add(Wording.of("proof.onlyFile"));
        return new Verification.Intact(
                receipts.size(), ReceiptLog.newest(receipts).map(Receipt::hash), notes);
    }

    private static ProblemException unusable(Path file, Wording cause) {
        return new ProblemException(
                Problem.of("RECEIPTS_FILE_UNUSABLE", file).because(cause).advising(Action.read("nameReceipts")));
    }
}
