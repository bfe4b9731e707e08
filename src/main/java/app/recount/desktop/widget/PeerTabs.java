package app.recount.desktop.widget;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** A row of peers of which one is chosen, underlined; each may carry a small count. Left and right move between them. */
public final class PeerTabs<T> extends HBox {

    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<T> chosen;
    private final HBox peers = new HBox();

    public PeerTabs(ObjectProperty<T> chosen) {
        this.chosen = chosen;
        getStyleClass().add("peer-tabs");
        peers.getStyleClass().add("peers");
        peers.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(peers, Card.spring());
        addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        chosen.subscribe(this::select);
    }

    /** Adds a peer; the label it returns is its count, empty at first. */
    public Label peer(T value, String text) {
        var count = Labels.styled("", "peer-count", "muted", "tiny");
        var button = new ToggleButton(text, count);
        button.getStyleClass().setAll("peer");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleRole(AccessibleRole.TAB_ITEM);
        button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        button.setToggleGroup(group);
        button.setUserData(value);
        // a chosen peer stays chosen when it is clicked again
        button.setOnAction(event -> {
            button.setSelected(true);
            chosen.set(value);
        });
        button.setSelected(value.equals(chosen.get()));
        peers.getChildren().add(button);
        return count;
    }

    /** What stands at the right end. */
    public void aside(List<Node> nodes) {
        getChildren().remove(2, getChildren().size());
        getChildren().addAll(nodes);
    }

    private void select(T value) {
        for (var toggle : group.getToggles()) {
            toggle.setSelected(value != null && value.equals(toggle.getUserData()));
        }
    }

    @SuppressWarnings("unchecked") // user data was put there by peer(), with this type
    private void move(KeyEvent event) {
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        int at = group.getToggles().indexOf(group.getSelectedToggle());
        int to = at + step;
        if (step != 0 && to >= 0 && to < group.getToggles().size()) {
            var button = (ToggleButton) group.getToggles().get(to);
            chosen.set((T) button.getUserData());
            button.requestFocus();
            event.consume();
        }
    }
}
