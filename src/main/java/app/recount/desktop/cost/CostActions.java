package app.recount.desktop.cost;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Icons;
import app.recount.generation.TableMigration.Direction;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** What can be done so that more is known, and what can be taken along. */
final class CostActions {

    private final Desk desk;
    private final CostModel model;
    private final CostWork work;
    private final Supplier<Window> owner;

    /** @param owner the window that questions belong to; asked when one is put */
    CostActions(Desk desk, CostModel model, CostWork work, Supplier<Window> owner) {
        this.desk = desk;
        this.model = model;
        this.work = work;
        this.owner = owner;
    }

    void gather() {
        new GatherQuestion(desk, work).ask(owner.get());
    }

    void installTable() {
        new TableQuestion(desk, work).ask(Direction.INSTALL, owner.get());
    }

    void removeTable() {
        new TableQuestion(desk, work).ask(Direction.REMOVE, owner.get());
    }

    void copyCommand() {
        desk.clipboard().accept(desk.texts().get("cost.record.command"));
    }

    MenuButton sources() {
        var button = new MenuButton(desk.texts().get("cost.sources"), Icons.of(Feather.DATABASE));
        button.getStyleClass().addAll("tool", "choice");
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
        button.getItems()
                .addAll(
                        own("cost.gather", this::gather),
                        item("cost.record.copy", this::copyCommand),
                        new SeparatorMenuItem(),
                        own("cost.install", this::installTable),
                        own("cost.remove", this::removeTable));
        button.setOnShowing(event -> button.getItems().stream()
                .filter(item -> Boolean.TRUE.equals(item.getUserData()))
                .forEach(item -> item.setDisable(!work.isOwn())));
        return button;
    }

    /** Only of the data directory's own database. */
    private MenuItem own(String key, Runnable action) {
        var item = item(key, action);
        item.setUserData(true);
        return item;
    }

    ContextMenu exports(Runnable picture) {
        return new ContextMenu(
                item(
                        "cost.export.periods",
                        () -> work.save(
                                "recount-cost-periods.csv",
                                () -> utf8(CostExport.periodsCsv(model.periods().get())))),
                item(
                        "cost.export.models",
                        () -> work.save(
                                "recount-cost-models.csv",
                                () -> utf8(CostExport.modelsCsv(model.modelRows().stream()
                                        .flatMap(row -> row.share().stream())
                                        .toList())))),
                item(
                        "cost.export.json",
                        () -> work.save(
                                "recount-cost.json",
                                () -> utf8(CostExport.json(model.periods().get())))),
                new SeparatorMenuItem(),
                item("cost.export.picture", picture));
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(desk.texts().get(key));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
