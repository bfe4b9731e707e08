package app.recount.desktop.receipts;

import app.recount.delivery.Verification;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.Times;
import app.recount.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * What the chain's state is called.
 *
 * @param lines below the title, whole sentences or clauses
 */
record ChainBanner(Status status, String title, List<String> lines) {

    static ChainBanner of(Ledger ledger, Texts texts) {
        var checked = Times.clock(ledger.checkedAt());
        return switch (ledger.verification()) {
            case Verification.Intact intact
            when intact.entries() == 0 -> new ChainBanner(Status.NOTE, texts.get("receipts.chain.empty"), List.of());
            case Verification.Intact intact -> {
                var lines = new ArrayList<String>();
                lines.add(texts.get("receipts.chain.intact.line", Figures.of(intact.entries()), checked));
                lines.addAll(intact.notes());
                yield new ChainBanner(Status.GOOD, texts.get("receipts.chain.intact"), lines);
            }
            case Verification.Broken broken ->
                new ChainBanner(
                        Status.FAILURE,
                        texts.get("receipts.chain.broken", Figures.of(broken.line())),
                        List.of(broken.why(), texts.get("receipts.chain.broken.line", checked)));
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
                                cut.why()));
        };
    }
}
