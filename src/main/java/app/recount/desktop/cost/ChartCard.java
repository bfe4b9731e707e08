package app.recount.desktop.cost;

import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A chart with its name, and beside it what it says of the chosen period, or how to read it. */
final class ChartCard extends Card {

    private final CostModel model;
    private final ChartKind kind;
    private final Texts texts;
    private final CostWords words;
    private final CostChart chart;
    private final Label chosen = Labels.styled("", "small");
    private final HBox legend = new HBox(16);

    ChartCard(CostModel model, ChartKind kind, Texts texts) {
        super("");
        this.model = model;
        this.kind = kind;
        this.texts = texts;
        this.words = new CostWords(texts);
        this.chart = new CostChart(model, kind, texts);
        getStyleClass().add("cost-chart-card");
        chosen.setMinWidth(0);
        chosen.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        legend.setAlignment(Pos.CENTER_RIGHT);
        legend.setMinWidth(USE_PREF_SIZE);
        aside(chosen, legend);
        body(chart);
        title().setMinWidth(USE_PREF_SIZE);
        model.span.subscribe(this::name);
        model.cumulated.subscribe(this::name);
        model.reading().subscribe(reading -> name());
        model.selected().subscribe(this::choose);
    }

    CostChart chart() {
        return chart;
    }

    private void name() {
        var per = texts.get("cost.per." + model.span.get());
        var name = texts.get(model.cumulated.get() ? "cost.chart.cumulated." + kind : "cost.chart." + kind, per);
        title().setText(name);
        setAccessibleText(name);
        legend.getChildren().setAll(keys());
        choose();
    }

    private List<Node> keys() {
        boolean leftovers =
                model.whole().filter(whole -> whole.leftovers().calls() > 0).isPresent();
        var unknown = key("unknown");
        if (kind == ChartKind.TOKENS) {
            return List.of(key("generated"), key("saved"), unknown);
        }
        return leftovers && !model.cumulated.get() ? List.of(key("cost"), key("leftover"), unknown) : List.of(unknown);
    }

    private Node key(String name) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", "cost-swatch", name);
        return Labels.withIcon(swatch, texts.get("cost.legend." + name), "muted", "small");
    }

    private void choose() {
        var period = model.selected().get();
        chosen.setText(period.map(now -> kind.words(now, words)).orElse(""));
        chosen.setVisible(period.isPresent());
        chosen.setManaged(period.isPresent());
        legend.setVisible(period.isEmpty());
        legend.setManaged(period.isEmpty());
    }
}
