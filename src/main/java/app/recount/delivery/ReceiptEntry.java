package app.recount.delivery;

import app.recount.consent.Approval;
import app.recount.text.Wording;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is to be put on record, before it has its place in the log. */
record ReceiptEntry(
        Receipt.Kind kind,
        Optional<Receipt.Subject> subject,
        Optional<String> outcome,
        Optional<String> code,
        Optional<Wording> reason,
        List<Receipt.Part> parts) {

    static ReceiptEntry of(Receipt.Kind kind, Receipt.Subject subject) {
        return of(kind, Optional.of(subject));
    }

    static ReceiptEntry of(Receipt.Kind kind, Optional<Receipt.Subject> subject) {
        return new ReceiptEntry(kind, subject, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** An entry without a payload. */
    static ReceiptEntry note(Receipt.Kind kind, Wording reason) {
        return of(kind, Optional.empty()).because(reason);
    }

    ReceiptEntry because(Wording why) {
        return new ReceiptEntry(kind, subject, outcome, code, Optional.of(why), parts);
    }

    ReceiptEntry ended(String word) {
        return ended(word, List.of());
    }

    ReceiptEntry ended(String word, List<Receipt.Part> answers) {
        return new ReceiptEntry(kind, subject, Optional.of(word), code, reason, answers);
    }

    ReceiptEntry failed(KeptProblem problem) {
        return failed(problem.code(), Wording.verbatim(problem.sentences()));
    }

    ReceiptEntry failed(String problem, Wording why) {
        return new ReceiptEntry(kind, subject, outcome, Optional.of(problem), Optional.of(why), parts);
    }

    static Receipt.Subject subject(Approval approval, Path dataDirectory) {
        return new Receipt.Subject(
                approval.digest(),
                approval.destination(),
                dataDirectory.toString(),
                approval.installId(),
                approval.eventCount(),
                approval.firstDay(),
                approval.throughDay(),
                approval.payloadVersion(),
                approval.textVersion(),
                approval.textHash());
    }
}
