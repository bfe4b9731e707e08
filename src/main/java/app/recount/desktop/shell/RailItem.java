package app.recount.desktop.shell;

import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** One page in the rail: icon, name and badge, or the icon alone. */
final class RailItem extends ToggleButton {

    private final String name;
    private final Node icon;
    private final Label badge = Labels.styled("", "rail-badge");
    private final HBox wide;

    RailItem(Page page, String name, Runnable action) {
        this.name = name;
        getStyleClass().setAll("rail-item");
        setAccessibleRole(AccessibleRole.TAB_ITEM);
        setMaxWidth(Double.MAX_VALUE);
        icon = Icons.of(page.entry().icon(), "page-icon");
        var label = Labels.styled(name, "name");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setMargin(label, new Insets(0, 4, 0, 9));
        wide = new HBox(label, Card.spring(), badge);
        wide.setAlignment(Pos.CENTER_LEFT);
        wide.prefWidthProperty().bind(widthProperty().subtract(19));
        setOnAction(event -> {
            // the page in front stays chosen when it is clicked again
            setSelected(true);
            action.run();
        });
        collapse(false);
        page.entry().badge().subscribe(this::show);
    }

    void collapse(boolean collapsed) {
        wide.getChildren().remove(icon);
        if (collapsed) {
            setGraphic(new StackPane(icon));
        } else {
            wide.getChildren().addFirst(icon);
            setGraphic(wide);
        }
        setTooltip(collapsed ? new Tooltip(getAccessibleText()) : null);
    }

    private void show(Badge now) {
        badge.setText(
                switch (now.kind()) {
                    case NONE, COUNT, LIVE -> now.text();
                    case DONE, CAUTION, BUSY -> "";
                });
        badge.setGraphic(
                switch (now.kind()) {
                    case NONE, COUNT -> null;
                    case DONE -> Icons.of(Feather.CHECK, "plain");
                    case CAUTION -> Icons.of(Status.CAUTION);
                    case LIVE, BUSY -> Icons.liveDot();
                });
        setAccessibleText(now.text().isEmpty() ? name : name + ", " + now.text());
        if (getTooltip() != null) {
            getTooltip().setText(getAccessibleText());
        }
    }
}
