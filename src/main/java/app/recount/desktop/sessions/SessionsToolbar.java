package app.recount.desktop.sessions;

import app.recount.desktop.sessions.SessionFilter.Span;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Segments;
import app.recount.session.AgentTool;
import app.recount.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Which sessions are shown: of which tool, since when, only live ones; and what to know of a tool's logs. */
final class SessionsToolbar extends HBox {

    private final SessionsModel model;
    private final Texts texts;

    SessionsToolbar(SessionsModel model, List<AgentTool> tools, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("sessions-toolbar");
        setSpacing(8);
        setAlignment(Pos.CENTER_LEFT);
        var note = note(tools);
        getChildren().addAll(tools(tools), time(), liveOnly(), Card.spring(), note);
    }

    private Segments<Optional<String>> tools(List<AgentTool> tools) {
        var chosen = new SimpleObjectProperty<>(model.filter().get().tool());
        chosen.subscribe(
                (before, now) -> model.filter().set(model.filter().get().withTool(now)));
        model.filter().subscribe(filter -> chosen.set(filter.tool()));
        var segments = new Segments<>(texts.get("sessions.filter.tool"), chosen);
        segments.choice(Optional.empty(), texts.get("sessions.filter.allTools"));
        tools.forEach(tool -> segments.choice(Optional.of(tool.word()), tool.label()));
        return segments;
    }

    private MenuButton time() {
        var menu = new MenuButton("", Icons.of(Feather.CLOCK));
        menu.getStyleClass().addAll("tool", "choice");
        menu.setMinWidth(USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (var span : Span.values()) {
            var item = new RadioMenuItem(texts.get("sessions.span." + span));
            item.setToggleGroup(group);
            item.setUserData(span);
            item.setOnAction(event -> model.filter().set(model.filter().get().withSpan(span)));
            menu.getItems().add(item);
        }
        model.filter().subscribe(filter -> {
            menu.setText(texts.get("sessions.span." + filter.span()));
            menu.setAccessibleText(texts.get("sessions.filter.time", menu.getText()));
            group.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == filter.span()));
        });
        return menu;
    }

    private ToggleButton liveOnly() {
        var button = new ToggleButton(texts.get("sessions.filter.liveOnly"));
        button.getStyleClass().setAll("button", "tool", "toggle");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> model.filter().set(model.filter().get().withLiveOnly(button.isSelected())));
        model.filter().subscribe(filter -> button.setSelected(filter.liveOnly()));
        return button;
    }

    /** The bundle knows a note for some tools, by their word. */
    private Label note(List<AgentTool> tools) {
        var known = texts.keysBelow("sessions.note.");
        var words = tools.stream()
                .map(tool -> "sessions.note." + tool.word())
                .filter(known::contains)
                .map(texts::get)
                .collect(Collectors.joining(" "));
        var note = Labels.muted(words);
        note.setMinWidth(0);
        note.setTooltip(new Tooltip(words));
        return note;
    }
}
