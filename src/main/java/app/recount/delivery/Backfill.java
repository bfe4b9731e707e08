package app.recount.delivery;

import app.recount.consent.ReviewText;
import app.recount.memory.MemoryReader;
import app.recount.store.Environment;
import app.recount.store.ProgramVersion;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.time.Clock;

/** Everything that a backfill needs from preview to receipt, wired together; nothing is opened before it is used. */
public record Backfill(BackfillRun run, Delivery delivery, Decline decline, ReceiptLog receipts) {

    /**
     * Wires the services.
     *
     * @param texts the statements that a user is shown before approving, and the language of the books
     */
    public static Backfill with(
            Environment environment,
            Clock clock,
            RecountHome home,
            RecountStore store,
            MemoryReader reader,
            ProgramVersion version,
            Texts texts) {
        var wire = new HttpWire(HttpWire.Limits.STANDARD, "recount/" + version.program());
        return with(environment, clock, home, store, reader, version, texts, wire, RetryPolicy.standard(), Pause.REAL);
    }

    static Backfill with(
            Environment environment,
            Clock clock,
            RecountHome home,
            RecountStore store,
            MemoryReader reader,
            ProgramVersion version,
            Texts texts,
            HttpWire wire,
            RetryPolicy policy,
            Pause pause) {
        var text = ReviewText.from(texts);
        var provisionalId = new StoredInstallId(store);
        var previews = new PreviewRegister(store);
        var receipts = new ReceiptLog(home, store, clock, texts);
        var approved = new ApprovedStore(home);
        var run = new BackfillRun(environment, clock, reader, provisionalId, previews, text, version.posthogLibrary());
        var dispatch = new Dispatch(
                environment, clock, new DeliveryBooks(approved, receipts, clock, texts), wire, policy, pause);
        var delivery =
                new Delivery(environment, home, run, new ApprovalCheck(previews, text, clock), approved, dispatch);
        return new Backfill(run, delivery, new Decline(environment, clock, home, run, text, receipts), receipts);
    }
}
