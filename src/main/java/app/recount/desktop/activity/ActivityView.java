package app.recount.desktop.activity;

import app.recount.desktop.activity.ActivityModel.Peer;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.DividerMemory;
import app.recount.desktop.shell.Shortcuts;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.FilterField;
import app.recount.desktop.widget.PageHeader;
import app.recount.text.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The activity page: cards and findings above, chart and table at the left, the selected event at the right. */
final class ActivityView extends BorderPane {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_WIDTH = 960;
    private static final double INSPECTOR = 392;

    /** Of both, where the inspector has that width; in less it has its share. */
    private static final double WIDTH = 1104;

    /** The header and two days. */
    private static final double LEAST_TABLE = 84;

    private static final double JSON_INSPECTOR = 444;

    private final ActivityModel model;
    private final Texts texts;
    private double inspectorWidth = INSPECTOR;
    private final FilterField filter;
    private final EventTable table;
    private final ChartPane chart;
    private final InspectorPane inspector;
    private final Button export;

    ActivityView(Desk desk, ActivityModel model, ExplanationWork explanations, Runnable refresh, ExportMenu exports) {
        this.model = model;
        this.texts = desk.texts();
        getStyleClass().add("activity");
        var names = new MetricNames(texts);
        filter = new FilterField(texts.get("activity.filter"), Shortcuts.shown("F"));
        filter.textProperty().bindBidirectional(model.filterText);
        export = Buttons.withIcon(Feather.DOWNLOAD, texts.get("activity.export"), () -> {});
        export.setOnAction(event -> exports.menu().show(export, Side.BOTTOM, 0, 4));
        chart = new ChartPane(desk, model, names);
        table = new EventTable(desk, model, names);
        inspector = new InspectorPane(desk, model, explanations);
        var footer = new TableFooter(model, table, names, texts);
        new FilterMarks(model, names, footer).attach(table);
        setTop(top(refresh));
        setCenter(split(desk, footer));
        widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    FilterField filter() {
        return filter;
    }

    EventTable table() {
        return table;
    }

    ChartPane chart() {
        return chart;
    }

    InspectorPane inspector() {
        return inspector;
    }

    Button export() {
        return export;
    }

    private VBox top(Runnable refresh) {
        var header = new PageHeader(
                texts.get("shell.page.activity"),
                filter,
                Buttons.icon(Feather.REFRESH_CW, texts.get("activity.refresh", Shortcuts.shown("R")), refresh),
                export);
        header.subtitleProperty()
                .bind(model.previewValue()
                        .map(preview -> preview.flatMap(now -> now.payload().window())
                                .map(window -> Figures.days(window.installDay(), window.lastFullDay()))
                                .orElse(texts.get("activity.noWindow"))));
        var cards = new VBox(11, new CardsBar(model, texts), new FindingsStrip(model, texts));
        cards.getStyleClass().add("activity-top");
        return new VBox(header, cards);
    }

    private SplitPane split(Desk desk, TableFooter footer) {
        VBox.setVgrow(table, Priority.ALWAYS);
        table.setMinHeight(LEAST_TABLE);
        var left = new VBox(chart, table, footer);
        var split = new SplitPane(left, inspector);
        split.getStyleClass().add("activity-split");
        SplitPane.setResizableWithParent(inspector, false);
        left.setMinWidth(380);
        inspector.setMinWidth(280);
        inspector.setPrefWidth(INSPECTOR);
        new DividerMemory(desk.preferences(), texts.get("shell.task.settings"))
                .attach(split, "activity.inspector", width -> 1 - inspectorWidth / Math.max(WIDTH, width));
        model.peer.subscribe(peer -> widen(split, peer));
        return split;
    }

    /** The JSON wants more room than the fields; a pane that is wide enough stays as it is. */
    private void widen(SplitPane split, Peer peer) {
        double width = split.getWidth();
        if (peer == Peer.JSON && width > NARROW_WIDTH && inspector.getWidth() < JSON_INSPECTOR) {
            inspectorWidth = JSON_INSPECTOR;
            split.setDividerPositions(1 - JSON_INSPECTOR / width);
        }
    }

    private void fit(double width) {
        boolean narrow = width < NARROW_WIDTH;
        pseudoClassStateChanged(NARROW, narrow);
        export.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        filter.setPrefWidth(narrow ? 190 : 210);
    }
}
