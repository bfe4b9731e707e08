package app.recount.desktop.cost;

import app.recount.desktop.cost.CostModel.Face;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Later;
import app.recount.desktop.shell.Navigation;
import app.recount.desktop.shell.Page;
import app.recount.desktop.shell.RailEntry;
import app.recount.desktop.shell.Workspace;
import app.recount.generation.Generation;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** The page of what generation cost. Its parts are {@code models}, {@code periods} and {@code sources}. */
public final class CostPage implements Page {

    private final CostModel model;
    private final CostWork work;
    private final Later<CostView> view;
    private final RailEntry entry = new RailEntry(Navigation.COST, Feather.DOLLAR_SIGN);

    /**
     * The page.
     *
     * @param generation asked when something was read, not before
     */
    public CostPage(Desk desk, Workspace workspace, Supplier<Generation> generation) {
        model = new CostModel(desk.texts());
        work = new CostWork(desk, model, workspace, generation);
        view = new Later<>(() -> new CostView(desk, model, work));
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
    public void reveal(String part) {
        Stream.of(Face.values())
                .filter(face -> face.name().toLowerCase(Locale.ROOT).equals(part))
                .forEach(model.face::set);
    }

    @Override
    public Optional<Runnable> command(Command command) {
        if (!view.get().isAnythingShown()) {
            return Optional.empty();
        }
        return switch (command) {
            case FILTER -> Optional.of(view.get()::focusFilter);
            case EXPORT -> Optional.of(view.get().export()::fire);
            case COPY_JSON -> Optional.of(work::copyJson);
            case SAVE_PICTURE -> Optional.of(view.get()::savePicture);
            case REFRESH -> Optional.empty();
        };
    }
}
