package app.recount.desktop.shell;

import app.recount.store.Settings.Theme;
import app.recount.text.Texts;
import app.recount.text.VisibleText;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The menu bar; its accelerators are the window's shortcuts. */
final class ShellMenu extends MenuBar {

    private final Desk desk;
    private final Texts texts;
    private final Commands commands;
    private final Supplier<Page> front;

    ShellMenu(
            Desk desk, Commands commands, List<Page> pages, Supplier<Page> front, Consumer<Page> help, Runnable about) {
        this.desk = desk;
        this.texts = desk.texts();
        this.commands = commands;
        this.front = front;
        setUseSystemMenuBar(true);
        getMenus().addAll(file(), edit(), view(pages), run(pages), help(help, about));
    }

    private Menu file() {
        var recent = new Menu(texts.get("shell.menu.recent"));
        desk.preferences().settings().subscribe(settings -> {
            recent.getItems()
                    .setAll(settings.recentFiles().stream()
                            .map(file -> literal(desk.paths().of(file), () -> commands.open(file)))
                            .toList());
            recent.setDisable(settings.recentFiles().isEmpty());
        });
        return menu(
                "file",
                item("open", KeyCode.O, commands::open),
                recent,
                item("own", commands::openOwn),
                item("demo", commands::exploreDemo),
                new SeparatorMenuItem(),
                pageItem("export", KeyCode.E, Page.Command.EXPORT),
                pageItem("picture", null, Page.Command.SAVE_PICTURE),
                new SeparatorMenuItem(),
                item("settings", KeyCode.COMMA, () -> desk.navigation().go(Navigation.SETTINGS)),
                item("quit", KeyCode.Q, commands::quit));
    }

    private Menu edit() {
        var copy = pageItem("copyJson", null, Page.Command.COPY_JSON);
        copy.setAccelerator(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));
        return menu("edit", copy, pageItem("filter", KeyCode.F, Page.Command.FILTER));
    }

    private Menu view(List<Page> pages) {
        var menu = menu("view");
        var digits =
                List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6);
        var numbered = pages.stream()
                .filter(page -> !page.id().equals(Navigation.SETTINGS))
                .toList();
        for (int i = 0; i < numbered.size(); i++) {
            var page = numbered.get(i);
            var item = literal(
                    texts.get("shell.page." + page.id()),
                    () -> desk.navigation().go(page.id()));
            item.setAccelerator(new KeyCodeCombination(digits.get(i), KeyCombination.SHORTCUT_DOWN));
            menu.getItems().add(item);
        }
        menu.getItems().addAll(new SeparatorMenuItem(), theme());
        return menu;
    }

    private Menu theme() {
        var menu = new Menu(texts.get("shell.menu.theme"));
        var group = new ToggleGroup();
        for (var theme : Theme.values()) {
            var item = new RadioMenuItem(texts.get("shell.theme." + theme));
            item.setToggleGroup(group);
            item.setOnAction(event ->
                    desk.preferences().update(texts.get("shell.task.settings"), settings -> settings.withTheme(theme)));
            desk.preferences().settings().subscribe(settings -> item.setSelected(settings.theme() == theme));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu run(List<Page> pages) {
        var cancel = item("cancel", commands::cancel);
        desk.background().visibleJob().subscribe(job -> cancel.setDisable(job.isEmpty()));
        var menu = menu("run");
        for (var page : pages) {
            page.runMenu().stream().map(ShellMenu::entry).forEach(menu.getItems()::add);
        }
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems()
                .addAll(
                        item("refresh", KeyCode.R, this::refresh),
                        item("review", () -> desk.navigation().go(Navigation.REVIEW)),
                        new SeparatorMenuItem(),
                        cancel);
        return menu;
    }

    private static MenuItem entry(Page.MenuEntry entry) {
        var item = literal(entry.text(), entry.action());
        entry.shortcut().ifPresent(item::setAccelerator);
        entry.enabled().subscribe(enabled -> item.setDisable(!enabled));
        return item;
    }

    private Menu help(Consumer<Page> help, Runnable about) {
        var guide = item("guide", () -> help.accept(front.get()));
        guide.setAccelerator(new KeyCodeCombination(KeyCode.F1));
        return menu("help", guide, item("about", about));
    }

    /** The page's own refresh where it has one, else the database is read again. */
    void refresh() {
        front.get().command(Page.Command.REFRESH).orElse(commands::refresh).run();
    }

    private Menu menu(String key, MenuItem... items) {
        var menu = new Menu(texts.get("shell.menu." + key));
        menu.getItems().addAll(items);
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        return literal(texts.get("shell.menu." + key), action);
    }

    private MenuItem item(String key, KeyCode code, Runnable action) {
        var item = item(key, action);
        item.setAccelerator(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN));
        return item;
    }

    private MenuItem pageItem(String key, @org.jspecify.annotations.Nullable KeyCode code, Page.Command command) {
        var item = item(key, () -> front.get().command(command).ifPresent(Runnable::run));
        if (code != null) {
            item.setAccelerator(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN));
        }
        return item;
    }

    private static MenuItem literal(String text, Runnable action) {
        var item = new MenuItem(VisibleText.name(text));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
