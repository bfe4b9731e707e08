package app.recount.delivery;

import app.recount.payload.Digest;
import app.recount.store.RecountStore;
import java.util.Optional;

/** What recount.db remembers of the log, so that a cut end is noticed on this machine. */
final class ReceiptAnchor {

    private static final String NEWEST = "receipts_newest";
    private static final String DAMAGE = "receipts_damage";

    private final Facts facts;

    ReceiptAnchor(RecountStore store) {
        this.facts = new Facts(store);
    }

    /** The newest entry that was written. */
    record Newest(long number, Digest hash) {}

    Optional<Newest> newest() {
        return facts.read(NEWEST, text -> {
            var parts = text.split(" ", 2);
            return new Newest(Long.parseLong(parts[0]), Digest.parse(parts[1]).orElseThrow());
        });
    }

    void remember(Receipt newest) {
        facts.put(NEWEST, "%d %s".formatted(newest.number(), newest.hash()));
    }

    /** Where the recount.db went that remembered the log before, if one had to be set aside. */
    Optional<String> setAside() {
        return facts.read(RecountStore.SET_ASIDE);
    }

    /** What was found missing before further entries were written; it is never forgotten. */
    Optional<String> damage() {
        return facts.read(DAMAGE);
    }

    void rememberDamage(String why) {
        facts.keepFirst(DAMAGE, why);
    }
}
