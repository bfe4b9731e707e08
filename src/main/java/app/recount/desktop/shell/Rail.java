package app.recount.desktop.shell;

import app.recount.desktop.widget.ArrowKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The left rail: which database, which page; the settings stand at the bottom. */
final class Rail extends VBox {

    private static final PseudoClass COLLAPSED = PseudoClass.getPseudoClass("collapsed");

    private final DatabaseChooser chooser;
    private final Map<String, RailItem> items = new LinkedHashMap<>();

    Rail(Desk desk, DatabaseChooser chooser, List<Page> pages) {
        this.chooser = chooser;
        getStyleClass().add("rail");
        getChildren().addAll(chooser, gap());
        var keys = new ArrowKeys(this, this::stopAt);
        for (var page : pages) {
            if (page.id().equals(Navigation.SETTINGS)) {
                var spring = new Region();
                VBox.setVgrow(spring, Priority.ALWAYS);
                getChildren().add(spring);
            }
            var item = new RailItem(
                    page,
                    desk.texts().get("shell.page." + page.id()),
                    () -> desk.navigation().go(page.id()));
            keys.add(item);
            items.put(page.id(), item);
            getChildren().add(item);
        }
    }

    void choose(String page) {
        items.values().forEach(item -> item.setSelected(false));
        var item = items.get(page);
        if (item != null) {
            item.setSelected(true);
            stopAt(item);
        }
    }

    /** The one item that the Tab key stops at; a page is shown only once its item is pressed. */
    private void stopAt(Node item) {
        items.values().forEach(each -> each.setFocusTraversable(each == item));
    }

    void collapse(boolean collapsed) {
        pseudoClassStateChanged(COLLAPSED, collapsed);
        chooser.collapse(collapsed);
        items.values().forEach(item -> item.collapse(collapsed));
    }

    private static Region gap() {
        var gap = new Region();
        gap.setMinHeight(8);
        return gap;
    }
}
