package app.recount.cli;

import app.recount.delivery.Receipt;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import java.util.List;

/** The parameter that names one receipt. */
final class ReceiptNumber {

    private ReceiptNumber() {}

    static void declare(Declaration takes) {
        takes.place("N", Long.class);
    }

    static Receipt find(Arguments given, List<Receipt> receipts) {
        long number = given.parsed().matchedPositionalValue(0, 0L);
        return receipts.stream()
                .filter(receipt -> receipt.number() == number)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.of("RECEIPT_NOT_FOUND", number).advising(Action.read("listReceipts"))));
    }
}
