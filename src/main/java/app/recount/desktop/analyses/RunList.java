package app.recount.desktop.analyses;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Shortcuts;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.FilterField;
import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** The runs at the left: filter and start above, counts below. Several can be selected for an export; the last one is shown. */
final class RunList extends BorderPane {

    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final RunsModel model;
    private final Texts texts;
    private final FilterField filter;
    private final ObservableList<RunRow> items = FXCollections.observableArrayList();
    private final ListView<RunRow> list = new ListView<>(items);
    private final Label left = Labels.styled("", "muted", "small");
    private final Label right = Labels.styled("", "muted", "small");
    private final Hyperlink clear;
    private final Button choose;
    private boolean following;

    RunList(Desk desk, RunsModel model, RunActions actions, RunMenu menu) {
        this.model = model;
        this.texts = desk.texts();
        getStyleClass().add("run-list");
        filter = new FilterField(texts.get("analyses.filter"), "");
        filter.setMinWidth(60);
        filter.setPrefWidth(110);
        filter.textProperty()
                .subscribe(text -> model.filter().set(model.filter().get().withText(text)));
        model.filter().subscribe(now -> {
            if (!filter.getText().equals(now.text())) {
                filter.setText(now.text());
            }
        });
        HBox.setHgrow(filter, Priority.ALWAYS);
        choose = Buttons.icon(Feather.FILTER, texts.get("analyses.filter.choose"), () -> {});
        choose.setOnAction(event -> new FilterMenu(model, texts).menu().show(choose, Side.BOTTOM, 0, 4));
        var start = Buttons.withIcon(Feather.PLUS, texts.get("analyses.start"), actions::start);
        Buttons.name(start, texts.get("analyses.start.name", Shortcuts.shown("N")));
        start.setId("start-run");
        var bar = new HBox(6, filter, choose, start);
        bar.getStyleClass().add("run-list-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        clear = Buttons.link(
                texts.get("analyses.filter.clear"), () -> model.filter().set(RunFilter.NONE));
        var more = Buttons.quiet(Feather.MORE_HORIZONTAL, texts.get("analyses.more"), () -> {});
        more.setOnAction(event -> menu.ofAll(selection()).show(more, Side.TOP, 0, -4));
        var footer = new HBox(10, left, right, clear, Card.spring(), more);
        footer.getStyleClass().add("table-footer");
        footer.setAlignment(Pos.CENTER_LEFT);
        setTop(bar);
        setCenter(list());
        setBottom(footer);
        list.setContextMenu(menu.ofRun());
        model.counts().subscribe(this::count);
        model.filter().subscribe(this::count);
        model.visible().subscribe(this::visibleChanged);
        model.stock().subscribe(read -> visibleChanged());
    }

    private Node list() {
        list.getStyleClass().add("runs");
        list.setId("runs");
        list.setAccessibleText(texts.get("shell.page.analyses"));
        var words = new RunWords(texts);
        list.setCellFactory(view -> new RunCell(words));
        list.setFixedCellSize(73);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !following) {
                model.selected().set(Optional.of(row.id()));
            }
        });
        model.selected().subscribe(this::follow);
        return list;
    }

    Node firstFocus() {
        return list;
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /** What an export takes without further choice: the selected runs, else all in sight. */
    List<String> exported() {
        return selection().isEmpty() ? ids(model.visible()) : selection();
    }

    /** The ids that are selected, in the order of the list. */
    List<String> selection() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(RunRow::id)
                .toList();
    }

    /**
     * Single rows change where the order stays, so that selection, focus and place are kept. A list that changes as a whole loses its
     * selection, which must not change what is shown.
     */
    private void visibleChanged() {
        var now = model.visible();
        if (ids(now).equals(ids(items))) {
            for (int at = 0; at < now.size(); at++) {
                if (!now.get(at).equals(items.get(at))) {
                    items.set(at, now.get(at));
                }
            }
        } else {
            following = true;
            items.setAll(now);
            following = false;
            follow(model.selected().get());
        }
        count();
        list.setPlaceholder(Labels.paragraph(
                texts.get(
                        model.stock().get().isEmpty()
                                ? "analyses.reading"
                                : model.isEmpty() ? "analyses.none" : "analyses.no-match"),
                "muted"));
    }

    private void follow(Optional<String> selected) {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && selected.filter(chosen.id()::equals).isPresent()) {
            return;
        }
        following = true;
        list.getSelectionModel().clearSelection();
        selected.ifPresent(id -> {
            for (int at = 0; at < items.size(); at++) {
                if (items.get(at).id().equals(id)) {
                    list.getSelectionModel().select(at);
                    if (list.getFocusModel().getFocusedIndex() != at) {
                        list.getFocusModel().focus(at);
                    }
                    reveal(at);
                }
            }
        });
        following = false;
    }

    private void reveal(int at) {
        if (list.getHeight() > 0 && at * list.getFixedCellSize() > list.getHeight() - list.getFixedCellSize()) {
            list.scrollTo(at);
        }
    }

    private static List<String> ids(List<RunRow> rows) {
        return rows.stream().map(RunRow::id).toList();
    }

    private void count() {
        var counts = model.counts().get();
        boolean filtered = !model.filter().get().isNone();
        left.setText(
                filtered
                        ? texts.get("analyses.count.filtered", model.visible().size(), counts.all())
                        : texts.get("analyses.count", counts.all()));
        right.setText(filtered ? "" : open(counts));
        clear.setVisible(filtered);
        clear.setManaged(filtered);
        choose.pseudoClassStateChanged(ACTIVE, model.filter().get().choices() > 0);
    }

    private String open(RunCounts counts) {
        var live = counts.live() == 0 ? "" : texts.get("analyses.count.live", counts.live());
        var stalled = counts.stalled() == 0 ? "" : texts.get("analyses.count.stalled", counts.stalled());
        return (live + "   " + stalled).strip();
    }
}
