package app.recount.desktop.activity;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Look;
import app.recount.desktop.shell.Saving;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.ChartPicture;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Png;
import app.recount.memory.RollupMetric;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** The chart with the choice of its counter above it. */
final class ChartPane extends VBox {

    /** Below this width the choice and the selection need it all; the axis says the days as well. */
    private static final double ROOM = 500;

    private final Desk desk;
    private final Saving saving;
    private final ActivityModel model;
    private final MetricNames names;
    private final DayChart chart;

    ChartPane(Desk desk, ActivityModel model, MetricNames names) {
        this.desk = desk;
        this.saving = new Saving(desk, "activity.saved");
        this.model = model;
        this.names = names;
        this.chart = new DayChart(model, desk.texts(), names);
        getStyleClass().add("chart-pane");
        VBox.setVgrow(chart, Priority.ALWAYS);
        var picture = Buttons.quiet(Feather.IMAGE, desk.texts().get("activity.chart.save"), this::save);
        var perDay = Labels.muted("");
        perDay.textProperty().bind(chart.unit());
        perDay.managedProperty().bind(perDay.visibleProperty());
        perDay.visibleProperty().bind(widthProperty().greaterThan(ROOM));
        var bar = new HBox(8, metric(), perDay, Card.spring(), selection(), picture);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinHeight(28);
        getChildren().addAll(bar, chart);
    }

    private ComboBox<RollupMetric> metric() {
        var choice = new ComboBox<RollupMetric>();
        choice.getStyleClass().add("tool");
        choice.getItems().setAll(RollupMetric.values());
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(RollupMetric metric) {
                return metric == null ? "" : names.full(metric);
            }

            @Override
            public RollupMetric fromString(String text) {
                throw new UnsupportedOperationException("the choice is not edited");
            }
        });
        choice.setVisibleRowCount(14);
        choice.setAccessibleText(desk.texts().get("activity.chart.metric"));
        choice.valueProperty().bindBidirectional(model.metric);
        return choice;
    }

    /** Says how many days are selected and lets go of them. */
    private Button selection() {
        var button = Buttons.withIcon(Feather.X, "", () -> {
            model.selectNothing();
            chart.requestFocus(); // the button goes with the selection
        });
        button.setGraphic(Icons.of(Feather.X, "small-icon"));
        button.getStyleClass().setAll("chip");
        button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        model.days.subscribe(days -> {
            button.setVisible(days.isPresent());
            days.ifPresent(range -> button.setText(desk.texts().get("activity.chart.selected", range.length())));
            button.setAccessibleText(desk.texts().get("activity.chart.unselect", button.getText()));
        });
        return button;
    }

    /** Saves the chart as it is seen, below what it shows: a picture goes where the choice above the chart does not. */
    void save() {
        var seen = new ImageView(ChartPicture.of(chart));
        seen.setFitWidth(seen.getImage().getWidth() / 2);
        seen.setPreserveRatio(true);
        var page = new VBox(Labels.strong(chart.title()), seen);
        page.getStyleClass().add("chart-picture");
        Look.dressLike(new Scene(page), getScene());
        var image = ChartPicture.of(page);
        saving.saveLong(
                desk.texts().get("activity.chart.save"),
                "recount-%s.png".formatted(model.metric.get().key()),
                progress -> Png.of(image));
    }
}
