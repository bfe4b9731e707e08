package app.recount.desktop.cost;

import app.recount.desktop.cost.ModelRow.Kind;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.TableMemory;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Tables;
import app.recount.generation.GenerationEstimate;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** What each model of each provider used, by where it is known from; turns and what belongs to none stand apart. */
final class ModelTable extends TableView<ModelRow> {

    private static final PseudoClass SUM = PseudoClass.getPseudoClass("sum");
    private static final PseudoClass ASIDE = PseudoClass.getPseudoClass("aside");

    private final CostModel model;
    private final Texts texts;
    private final CostWords words;

    ModelTable(Desk desk, CostModel model) {
        this.model = model;
        this.texts = desk.texts();
        this.words = new CostWords(texts);
        setId("cost-models");
        getStyleClass().addAll("stage-table", "cost-table");
        setAccessibleText(texts.get("cost.face.MODELS"));
        Tables.dress(this);
        var provider = text(
                "provider",
                90,
                row -> row.share().map(ModelShare::provider).map(words::told).orElse(""));
        var place = text("place", 130, this::from);
        var estimate = money("estimate", 90, ModelTable::estimate, CostWords::estimate);
        estimate.getStyleClass().add("estimate");
        getColumns()
                .addAll(List.of(
                        text("model", 190, this::name),
                        provider,
                        place,
                        figure(
                                "turns",
                                64,
                                row -> Optional.of(BigDecimal.valueOf(row.sum().calls()))),
                        figure(
                                "unpriced",
                                104,
                                row -> Optional.of(BigDecimal.valueOf(row.sum().unpriced()))),
                        figure("in", 84, row -> row.sum().tokensInput()),
                        figure("out", 84, row -> row.sum().tokensOutput()),
                        money("usd", 76, row -> row.sum().costUsd(), CostWords::money),
                        estimate));
        setSortPolicy(ModelTable::sort);
        setRowFactory(table -> new Row());
        Tables.giveWay(this, List.of(provider, place));
        new TableMemory(desk.preferences(), texts.get("shell.task.settings")).attach(this, "cost.models");
        setPlaceholder(Labels.muted(texts.get("cost.table.noMatch")));
        model.reading().subscribe(reading -> show());
        model.filterText.subscribe(this::show);
    }

    private void show() {
        getItems().setAll(model.modelRows());
        sort();
    }

    /** Sums stay below what they add, whatever the order. */
    private static Boolean sort(TableView<ModelRow> table) {
        var chosen = table.getComparator();
        var order = Comparator.comparing(ModelRow::kind);
        if (chosen != null) {
            FXCollections.sort(table.getItems(), order.thenComparing(chosen));
        } else {
            FXCollections.sort(table.getItems(), order);
        }
        return true;
    }

    private String name(ModelRow row) {
        return row.kind().isSum()
                ? texts.get("cost.sum." + row.kind())
                : words.told(row.share().map(ModelShare::model).orElse(""));
    }

    private String from(ModelRow row) {
        return switch (row.kind()) {
            case SUM_OF_TURNS -> texts.get("cost.place.inEvents");
            case SUM_OF_LEFTOVERS -> texts.get("cost.place.notInEvents");
            case SUM -> "";
            case TURNS, LEFTOVERS, OVERLAPPING -> row.place().map(words::place).orElse("");
        };
    }

    private TableColumn<ModelRow, String> text(String id, double least, Function<ModelRow, String> value) {
        return named(Tables.text(id, texts.get("cost.column." + id), value), id, least);
    }

    private TableColumn<ModelRow, Optional<BigDecimal>> figure(
            String id, double least, Function<ModelRow, Optional<BigDecimal>> value) {
        return named(Tables.figure(id, texts.get("cost.column." + id), value), id, least);
    }

    private TableColumn<ModelRow, Optional<BigDecimal>> money(
            String id,
            double least,
            Function<ModelRow, Optional<BigDecimal>> value,
            Function<Optional<BigDecimal>, String> words) {
        var column = figure(id, least, value);
        column.setCellFactory(each -> new MoneyCell<>(words));
        return column;
    }

    private <T> TableColumn<ModelRow, T> named(TableColumn<ModelRow, T> column, String id, double least) {
        column.setMinWidth(least);
        Tables.explain(column, texts.get("cost.column." + id + ".full"));
        return column;
    }

    private static Optional<BigDecimal> estimate(ModelRow row) {
        return Optional.of(row.sum().estimate())
                .filter(estimate -> !estimate.isNone())
                .map(GenerationEstimate::costUsd);
    }

    private final class Row extends TableRow<ModelRow> {
        @Override
        protected void updateItem(@Nullable ModelRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(SUM, row != null && !empty && row.kind().isSum());
            pseudoClassStateChanged(ASIDE, row != null && !empty && row.kind() == Kind.OVERLAPPING);
            setTooltip(row == null || empty ? null : Labels.tooltip(explained(row)));
        }

        private String explained(ModelRow row) {
            var exact = row.sum().costUsd().map(BigDecimal::toPlainString).orElse(Figures.ABSENT);
            return texts.get("cost.row." + row.kind()) + "\n" + texts.get("cost.row.exact", exact);
        }
    }
}
