package app.recount.desktop.activity;

import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.memory.RollupMetric;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;

/** What a column lets through: a text for days and names, a range for figures. Takes effect while it is changed. */
final class ColumnFilterForm extends VBox {

    private final ActivityModel model;
    private final Texts texts;
    private final String column;

    private ColumnFilterForm(ActivityModel model, Texts texts, String column, String title) {
        this.model = model;
        this.texts = texts;
        this.column = column;
        getStyleClass().add("column-filter");
        getChildren().add(Labels.strong(title));
    }

    static ColumnFilterForm forText(
            ActivityModel model, Texts texts, String column, String title, Function<String, ColumnFilter> filter) {
        var form = new ColumnFilterForm(model, texts, column, title);
        var field = new TextField(
                switch (model.columnFilters.get(column)) {
                    case ColumnFilter.DayContains day -> day.text();
                    case ColumnFilter.NameContains name -> name.text();
                    case null, default -> "";
                });
        field.setPromptText(texts.get("activity.filter.contains"));
        field.textProperty()
                .subscribe((before, text) ->
                        form.put(text.isBlank() ? Optional.empty() : Optional.of(filter.apply(text))));
        form.getChildren().addAll(field, form.buttons(field::clear));
        return form;
    }

    static ColumnFilterForm forFigures(ActivityModel model, Texts texts, String title, RollupMetric metric) {
        var form = new ColumnFilterForm(model, texts, metric.key(), title);
        var most = model.rows().stream()
                .flatMap(row -> row.value(metric).stream())
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        double high = Math.max(1, most.doubleValue());
        double from = 0;
        double to = high;
        if (model.columnFilters.get(metric.key()) instanceof ColumnFilter.Between between) {
            from = between.least().map(BigDecimal::doubleValue).orElse(0.0);
            to = between.most().map(BigDecimal::doubleValue).orElse(high);
        }
        var slider = new RangeSlider(0, high, from, to);
        slider.setAccessibleText(title);
        slider.setBlockIncrement(Math.max(1, high / 50));
        var words = new Label();
        Runnable changed = () -> {
            var low = BigDecimal.valueOf(Math.round(slider.getLowValue()));
            var top = BigDecimal.valueOf(Math.round(slider.getHighValue()));
            words.setText(texts.get("activity.filter.between", Figures.of(low), Figures.of(top)));
            boolean all = low.signum() == 0 && top.compareTo(most) >= 0;
            form.put(
                    all
                            ? Optional.empty()
                            : Optional.of(new ColumnFilter.Between(metric, Optional.of(low), Optional.of(top))));
        };
        changed.run();
        slider.lowValueProperty().subscribe((before, now) -> changed.run());
        slider.highValueProperty().subscribe((before, now) -> changed.run());
        form.getChildren().addAll(slider, words, form.buttons(() -> {
            slider.setLowValue(0);
            slider.setHighValue(high);
        }));
        return form;
    }

    private void put(Optional<ColumnFilter> filter) {
        filter.ifPresentOrElse(
                given -> model.columnFilters.put(column, given), () -> model.columnFilters.remove(column));
    }

    private HBox buttons(Runnable clear) {
        var row = new HBox(8, Card.spring(), Buttons.text(texts.get("activity.filter.clear"), clear));
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }
}
