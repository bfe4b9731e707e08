package app.recount.cli;

import app.recount.delivery.Receipt;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import java.util.List;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The parameter that names one receipt. */
final class ReceiptNumber {

    private ReceiptNumber() {}

    static PositionalParamSpec positional() {
        return PositionalParamSpec.builder()
                .paramLabel("N")
                .index("0")
                .required(true)
                .type(Long.class)
                .description("The receipt's number.")
                .build();
    }

    static Receipt find(ParseResult parsed, List<Receipt> receipts) {
        long number = parsed.matchedPositionalValue(0, 0L);
        return receipts.stream()
                .filter(receipt -> receipt.number() == number)
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        "RECEIPT_NOT_FOUND",
                        "There is no receipt number %d.".formatted(number),
                        null,
                        Action.read("See “recount receipts list”."))));
    }
}
