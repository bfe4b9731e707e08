package app.recount.desktop.cost;

import app.recount.desktop.cost.CostModel.Face;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.CardInSight;
import app.recount.desktop.widget.ChartPicture;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.PageHeader;
import app.recount.desktop.widget.Png;
import app.recount.desktop.widget.Segments;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.StatusFrame;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The cost page: figures and charts above, the tables below; or how to get any. */
final class CostView extends BorderPane {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_WIDTH = 960;
    private static final double BESIDES_CHARTS = 470;
    private static final double LEAST_CHART = 112;
    private static final double MOST_CHART = 210;

    private final CostModel model;
    private final CostWork work;
    private final Texts texts;
    private final ChartCard cost;
    private final ChartCard tokens;
    private final VBox charts;
    private final TablesCard tables;
    private final ScrollPane scroll;
    private final NothingKnown nothing;
    private final StackPane waiting;
    private final Button export;
    private final MenuButton sources;
    private final List<Node> ofFigures;

    CostView(Desk desk, CostModel model, CostWork work) {
        this.model = model;
        this.work = work;
        this.texts = desk.texts();
        getStyleClass().add("cost");
        var actions = new CostActions(desk, model, work, () -> getScene().getWindow());
        nothing = new NothingKnown(desk, actions);
        waiting = new StackPane(Labels.muted(texts.get("shell.readingNow")));
        cost = new ChartCard(model, ChartKind.COST, texts);
        tokens = new ChartCard(model, ChartKind.TOKENS, texts);
        charts = new VBox(12, cost, tokens);
        charts.getStyleClass().add("cost-charts");
        tables = new TablesCard(desk, model);
        var body = new VBox(new CostCards(model, texts), new UnknownStrip(model, texts), charts, tables);
        body.getStyleClass().add("page-body");
        scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        CardInSight.watch(scroll);
        scroll.heightProperty().subscribe(height -> fitCharts(height.doubleValue()));
        sources = actions.sources();
        export = Buttons.withIcon(Feather.DOWNLOAD, texts.get("cost.export"), () -> {});
        var menu = actions.exports(this::savePicture);
        export.setOnAction(event -> menu.show(export, Side.BOTTOM, 0, 4));
        var cumulated = cumulated();
        var spans = spans();
        ofFigures = List.of(cumulated, spans, export);
        setTop(new PageHeader(texts.get("shell.page.cost"), cumulated, spans, sources, export)
                .subtitle(texts.get("cost.subtitle")));
        model.reading().subscribe(reading -> choose());
        model.problem().subscribe(problem -> choose());
        model.face.subscribe((before, now) -> {
            if (now == Face.SOURCES) {
                // whoever was led there sees it
                scroll.setVvalue(1);
            }
        });
        widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    private Segments<Span> spans() {
        var spans = new Segments<>(texts.get("cost.span"), model.span);
        for (var span : Span.values()) {
            spans.choice(span, texts.get("cost.span." + span));
        }
        return spans;
    }

    private ToggleButton cumulated() {
        var button = new ToggleButton(texts.get("cost.cumulated"));
        button.getStyleClass().setAll("button", "tool", "toggle");
        button.setMinWidth(USE_PREF_SIZE);
        button.selectedProperty().bindBidirectional(model.cumulated);
        return button;
    }

    private void choose() {
        var reading = model.reading().get();
        boolean known = isAnythingShown();
        nothing.own(work.isOwn());
        setCenter(known ? scroll : reading.isPresent() ? nothing : unread());
        ofFigures.forEach(tool -> {
            tool.setVisible(known);
            tool.setManaged(known);
        });
    }

    private Node unread() {
        return model.problem().get().<Node>map(this::failed).orElse(waiting);
    }

    private Node failed(Problem problem) {
        boolean cancelled = problem.code().equals("CANCELLED");
        var frame = StatusFrame.of(cancelled ? Status.NOTE : Status.FAILURE, problem, texts);
        frame.actions(List.of(Buttons.text(texts.get("shell.action.TRY_AGAIN"), work::readAgain)));
        var pane = new VBox(frame);
        pane.getStyleClass().add("failure-state");
        return pane;
    }

    boolean isAnythingShown() {
        return model.reading().get().filter(CostReading::isAnythingKnown).isPresent();
    }

    Node firstFocus() {
        return isAnythingShown() ? cost.chart() : nothing.firstFocus();
    }

    Button export() {
        return export;
    }

    void focusFilter() {
        if (model.face.get() == Face.SOURCES) {
            model.face.set(Face.MODELS);
        }
        scroll.setVvalue(1);
        tables.filter().requestFocus();
        tables.filter().selectAll();
    }

    /** Saves both charts as they are seen, at twice the pixels. */
    void savePicture() {
        var image = ChartPicture.of(charts);
        work.save("recount-cost.png", () -> Png.of(image));
    }

    /** So high that cards, charts and a short table are seen together, whichever table it is. */
    private void fitCharts(double height) {
        double each = Math.clamp((height - BESIDES_CHARTS) / 2, LEAST_CHART, MOST_CHART);
        cost.chart().setMinHeight(each);
        tokens.chart().setMinHeight(each);
    }

    private void fit(double width) {
        boolean narrow = width < NARROW_WIDTH;
        pseudoClassStateChanged(NARROW, narrow);
        var display = narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        export.setContentDisplay(display);
        sources.setContentDisplay(display);
    }
}
