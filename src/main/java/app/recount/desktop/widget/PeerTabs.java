package app.recount.desktop.widget;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** A row of peers of which one is chosen, underlined; each may carry a small count. Left and right move between them. */
public final class PeerTabs<T> extends HBox {

    private final OneOf<T> buttons;
    private final HBox peers = new HBox();

    public PeerTabs(ObjectProperty<T> chosen) {
        buttons = new OneOf<>(chosen, this);
        getStyleClass().add("peer-tabs");
        peers.getStyleClass().add("peers");
        peers.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(peers, Card.spring());
    }

    /** Adds a peer; the label it returns is its count, empty at first. */
    public Label peer(T value, String text) {
        var count = Labels.styled("", "peer-count", "muted", "tiny");
        var button = new ToggleButton(text, count);
        button.getStyleClass().setAll("peer");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleRole(AccessibleRole.TAB_ITEM);
        button.setContentDisplay(ContentDisplay.RIGHT);
        buttons.add(button, value);
        peers.getChildren().add(button);
        return count;
    }

    /** What stands at the right end. */
    public void aside(List<Node> nodes) {
        getChildren().remove(2, getChildren().size());
        getChildren().addAll(nodes);
    }
}
