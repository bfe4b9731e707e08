package app.recount.desktop.analyses;

import app.recount.report.ExportFormat;
import app.recount.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The context menus: of the selected run, and of all runs. */
final class RunMenu {

    private final RunsModel model;
    private final RunActions actions;
    private final Texts texts;

    RunMenu(RunsModel model, RunActions actions, Texts texts) {
        this.model = model;
        this.actions = actions;
        this.texts = texts;
    }

    /** Of the selected run; what cannot be done in its state is grey. */
    ContextMenu ofRun() {
        var menu = new ContextMenu();
        menu.getItems().add(new MenuItem());
        menu.setOnShowing(event -> menu.getItems().setAll(itemsOfRun()));
        return menu;
    }

    private List<MenuItem> itemsOfRun() {
        var open = model.selectedRow().filter(row -> row.state().isOpen()).isPresent();
        var ended = model.selectedRow().filter(row -> !row.state().isOpen()).isPresent();
        var id = model.selected().get();
        return List.of(
                item("mark", open, actions::mark),
                item("complete", open, actions::complete),
                item("fail", open, actions::fail),
                item("cancel", open, actions::cancel),
                item("reopen", ended, actions::reopen),
                new SeparatorMenuItem(),
                export(texts.get("analyses.export.one"), id.stream().toList()),
                item("copy-id", id.isPresent(), () -> id.ifPresent(actions::copy)));
    }

    ContextMenu ofAll(List<String> selection) {
        var inSight = model.visible().stream().map(RunRow::id).toList();
        return new ContextMenu(
                export(texts.get("analyses.export.selected", selection.size()), selection),
                export(texts.get("analyses.export.visible", inSight.size()), inSight),
                new SeparatorMenuItem(),
                item("backfill", true, actions::backfill),
                item("check", true, actions::check));
    }

    private Menu export(String title, List<String> runs) {
        var menu = new Menu(title);
        menu.setMnemonicParsing(false);
        menu.setDisable(runs.isEmpty());
        Stream.of(ExportFormat.values())
                .map(format -> item(
                        "export." + format.name().toLowerCase(Locale.ROOT), true, () -> actions.export(runs, format)))
                .forEach(menu.getItems()::add);
        return menu;
    }

    private MenuItem item(String key, boolean enabled, Runnable action) {
        var item = new MenuItem(texts.get("analyses." + key));
        item.setMnemonicParsing(false);
        item.setDisable(!enabled);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Of the header's button. */
    Optional<ContextMenu> ofHeader() {
        return model.selectedRow().map(row -> ofRun());
    }
}
