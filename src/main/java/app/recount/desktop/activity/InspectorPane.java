package app.recount.desktop.activity;

import app.recount.desktop.activity.ActivityModel.Peer;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.PeerTabs;
import app.recount.desktop.widget.StepButtons;
import app.recount.text.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The selected event: which it is, and its three views side by side as peers. */
final class InspectorPane extends VBox {

    /** Narrower than this, there is no room beside the peers. */
    private static final double TABS_ALONE = 330;

    private final Desk desk;
    private final Texts texts;
    private final ActivityModel model;
    private final Label day = Labels.styled("", "inspector-day", "strong");
    private final Label name = Labels.whole(Labels.muted(""));
    private final Label position = Labels.muted("");
    private final Label uuid = Labels.styled("", "mono", "muted");
    private final PeerTabs<Peer> tabs;
    private final Label fieldCount;
    private final Label jsonSize;
    private final Label withheldCount;
    private final StackPane body = new StackPane();
    private final FieldsView fields;
    private final JsonView json;
    private final WithheldView withheld;
    private final StepButtons steps;
    private final List<Node> copy;

    InspectorPane(Desk desk, ActivityModel model, ExplanationWork explanations) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        getStyleClass().add("inspector");
        fields = new FieldsView(desk, model, explanations);
        json = new JsonView(desk, model);
        withheld = new WithheldView(model.withheld, texts);
        tabs = new PeerTabs<>(model.peer);
        fieldCount = tabs.peer(Peer.FIELDS, texts.get("activity.peer.FIELDS"));
        jsonSize = tabs.peer(Peer.JSON, texts.get("activity.peer.JSON"));
        withheldCount = tabs.peer(Peer.WITHHELD, texts.get("activity.peer.WITHHELD"));
        steps = new StepButtons(texts.get("activity.previous"), texts.get("activity.next"), model::moveEvent);
        copy = List.of(Buttons.withIcon(Feather.COPY, texts.get("activity.json.copyEvent"), this::copyJson));
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header(), tabs, body);
        model.event.subscribe(event -> show());
        model.days.subscribe(days -> show());
        model.rows().addListener((ListChangeListener<EventRow>) change -> steps.update(model::mayMoveEvent));
        model.withheld.subscribe(now -> withheldCount.setText(
                now.map(known -> Figures.of(known.count())).orElse("")));
        model.peer.subscribe(peer -> show(peer));
        widthProperty().subscribe(width -> show(model.peer.get()));
    }

    /** Copies the event's own bytes. */
    void copyJson() {
        bytes().ifPresent(bytes -> desk.clipboard().accept(new String(bytes, StandardCharsets.UTF_8)));
    }

    private Optional<byte[]> bytes() {
        return model.preview()
                .flatMap(preview ->
                        model.event.get().map(event -> preview.sealed().event(event.index())));
    }

    private Node header() {
        uuid.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        day.setMinWidth(USE_PREF_SIZE);
        position.setMinWidth(USE_PREF_SIZE);
        name.setMinWidth(0);
        var first = new HBox(9, day, name, Card.spring(), position);
        first.setAlignment(Pos.BASELINE_LEFT);
        var header = new VBox(1, first, uuid);
        header.getStyleClass().add("inspector-header");
        return header;
    }

    private void show() {
        var event = model.event.get();
        day.setText(event.map(row -> row.day().toString())
                .or(() -> model.days.get().map(days -> Figures.days(days.first(), days.last())))
                .orElse(texts.get("activity.nothingSelected")));
        name.setText(event.map(EventRow::name).orElse(""));
        uuid.setText(event.map(row -> row.event().uuid().toString()).orElse(" "));
        position.setText(event.map(row -> texts.get(
                        "activity.position", row.index() + 1, model.rows().size()))
                .orElse(""));
        fieldCount.setText(
                event.map(row -> Figures.of(new FieldFacts(texts).of(row).size()))
                        .orElse(""));
        jsonSize.setText(bytes().map(bytes -> Figures.bytes(bytes.length)).orElse(""));
        steps.update(model::mayMoveEvent);
    }

    private void show(Peer peer) {
        body.getChildren()
                .setAll(
                        switch (peer) {
                            case FIELDS -> fields;
                            case JSON -> json;
                            case WITHHELD -> withheld;
                        });
        tabs.aside(getWidth() > 0 && getWidth() < TABS_ALONE ? List.of() : peer == Peer.JSON ? copy : steps.nodes());
    }
}
