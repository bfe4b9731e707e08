package app.recount.desktop.receipts;

import app.recount.delivery.KeptBody;
import app.recount.delivery.ReceiptProof;
import app.recount.delivery.Verification;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.Times;
import app.recount.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the chain's state is called.
 *
 * @param lines below the title, whole sentences or clauses
 */
record ChainBanner(Status status, String title, List<String> lines) {

    ChainBanner {
        lines = List.copyOf(lines);
    }

    static ChainBanner of(Ledger ledger, Texts texts) {
        var checked = texts.get("receipts.chain.checked", Times.clock(ledger.checkedAt()));
        return of(ledger.proof(), checked, texts);
    }

    /** @param checked what is said of the check itself: when, or of which file */
    static ChainBanner of(ReceiptProof proof, String checked, Texts texts) {
        return bytes(proof, texts, chain(proof.verification(), checked, texts));
    }

    private static ChainBanner chain(Verification verification, String checked, Texts texts) {
        return switch (verification) {
            case Verification.Intact intact
            when intact.entries() == 0 -> new ChainBanner(Status.NOTE, texts.get("receipts.chain.empty"), List.of());
            case Verification.Intact intact -> {
                var lines = new ArrayList<String>();
                lines.add(texts.get("receipts.chain.intact.line", Figures.of(intact.entries()), checked));
                intact.notes().stream().map(texts::say).forEach(lines::add);
                yield new ChainBanner(Status.GOOD, texts.get("receipts.chain.intact"), lines);
            }
            case Verification.Broken broken ->
                new ChainBanner(
                        Status.FAILURE,
                        texts.get("receipts.chain.broken", Figures.of(broken.line())),
                        List.of(texts.say(broken.why()), texts.get("receipts.chain.broken.line", checked)));
            case Verification.Cut cut ->
                new ChainBanner(
                        Status.FAILURE,
                        texts.get("receipts.chain.cut"),
                        List.of(
                                texts.get(
                                        "receipts.chain.cut.line",
                                        Figures.of(cut.entries()),
                                        Figures.of(cut.remembered()),
                                        checked),
                                texts.say(cut.why())));
        };
    }

    /** Bytes that are gone are no fault; bytes that were changed are one, whatever the chain says. */
    private static ChainBanner bytes(ReceiptProof proof, Texts texts, ChainBanner chain) {
        var lines = new ArrayList<>(chain.lines());
        long kept = count(proof, KeptBody.State.KEPT);
        if (kept > 0) {
            lines.add(texts.get("receipts.bodies.kept", kept));
        }
        var changed = proof.bodies().stream()
                .filter(body -> body.state() == KeptBody.State.CHANGED)
                .toList();
        if (changed.isEmpty()) {
            return new ChainBanner(chain.status(), chain.title(), lines);
        }
        changed.forEach(body -> lines.add(texts.get(
                "receipts.bodies.changed",
                body.digest().shortened(),
                body.receipts().stream().map(String::valueOf).collect(Collectors.joining(", ")))));
        var title = chain.status() == Status.FAILURE ? chain.title() : texts.get("receipts.bodies.title");
        return new ChainBanner(Status.FAILURE, title, lines);
    }

    private static long count(ReceiptProof proof, KeptBody.State state) {
        return proof.bodies().stream().filter(body -> body.state() == state).count();
    }
}
