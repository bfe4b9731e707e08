package app.recount.desktop.receipts;

import app.recount.delivery.Backfill;
import app.recount.desktop.shell.Badge;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Later;
import app.recount.desktop.shell.Navigation;
import app.recount.desktop.shell.Page;
import app.recount.desktop.shell.RailEntry;
import app.recount.desktop.shell.Workspace;
import java.time.Clock;
import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** Everything that was ever approved, sent and answered; there with or without a memory database. */
public final class ReceiptsPage implements Page {

    private final Desk desk;
    private final ReceiptsModel model = new ReceiptsModel();
    private final ReceiptsWork work;
    private final Later<ReceiptsView> view;
    private final RailEntry entry;

    public ReceiptsPage(Desk desk, Workspace workspace, Backfill backfill, Clock clock) {
        this.desk = desk;
        work = new ReceiptsWork(desk, backfill.receipts(), backfill.delivery(), clock, model);
        view = new Later<>(() -> new ReceiptsView(desk, model, work, new FileCheck(desk), workspace));
        entry = new RailEntry(
                Navigation.RECEIPTS, Feather.FILE_TEXT, model.ledger().map(this::badge));
    }

    @Override
    public RailEntry entry() {
        return entry;
    }

    @Override
    public Node content() {
        return view.get();
    }

    @Override
    public Node firstFocus() {
        return view.get().firstFocus();
    }

    @Override
    public boolean needsDatabase() {
        return false;
    }

    /** The log is read anew, because the command line may have written to it. */
    @Override
    public void shown() {
        work.verify();
    }

    /** Knows the numbers of receipts. */
    @Override
    public void reveal(String part) {
        Optional.of(part)
                .filter(number -> number.chars().allMatch(Character::isDigit))
                .map(Long::valueOf)
                .ifPresent(model::select);
    }

    @Override
    public Optional<Runnable> command(Command command) {
        return switch (command) {
            case FILTER -> Optional.of(view.get()::focusFilter);
            case REFRESH -> Optional.of(work::verify);
            case EXPORT -> model.isEmpty() ? Optional.empty() : Optional.of(work::export);
            case COPY_JSON -> work.line().map(line -> () -> desk.clipboard().accept(line));
            case SAVE_PICTURE -> Optional.empty();
        };
    }

    private Badge badge(Optional<Ledger> ledger) {
        return ledger.filter(read -> !read.proof().holds())
                .map(read -> Badge.caution(ChainBanner.of(read, desk.texts()).title()))
                .orElse(Badge.NONE);
    }
}
