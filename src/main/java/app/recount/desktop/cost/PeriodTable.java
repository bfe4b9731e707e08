package app.recount.desktop.cost;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.TableMemory;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Tables;
import app.recount.generation.GenerationSum;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Every period with all its figures: what the charts draw, in numbers. */
final class PeriodTable extends TableView<Period> {

    private final CostModel model;
    private final Texts texts;
    private final CostWords words;
    private final ObservableList<Period> rows = FXCollections.observableArrayList();
    private boolean following;

    PeriodTable(Desk desk, CostModel model) {
        this.model = model;
        this.texts = desk.texts();
        this.words = new CostWords(texts);
        setId("cost-periods");
        getStyleClass().addAll("stage-table", "cost-table", "long");
        setAccessibleText(texts.get("cost.face.PERIODS"));
        Tables.dress(this);
        var first = text("period", 158, words::name);
        first.setSortable(false); // the order of the model is that of time
        var known = text("known", 96, words::knowledge);
        var unpriced = figure("unpriced", 104, period -> known(period, GenerationSum::unpriced));
        var leftovers = figure("leftovers", 76, period -> calls(period, period.leftovers()));
        getColumns()
                .addAll(List.of(
                        first,
                        known,
                        figure("turns", 64, period -> calls(period, period.turns())),
                        leftovers,
                        unpriced,
                        figure("in", 80, period -> period.all().tokensInput()),
                        figure("out", 80, period -> period.all().tokensOutput()),
                        money(),
                        figure("saved", 90, Period::savedOnSameDays),
                        figure("ratio", 80, Period::savedPerGenerated)));
        Tables.giveWay(this, List.of(unpriced, leftovers, known));
        var sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        new TableMemory(desk.preferences(), texts.get("shell.task.settings")).attach(this, "cost.periods");
        setPlaceholder(Labels.muted(texts.get("cost.table.noMatch")));
        model.periods().subscribe(now -> show());
        model.filterText.subscribe(this::show);
        model.selected().subscribe(this::follow);
        getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    }

    private void show() {
        following = true;
        rows.setAll(model.periodRows());
        following = false;
        follow(model.selected().get());
    }

    private void follow(Optional<Period> period) {
        following = true;
        getSelectionModel().clearSelection();
        period.filter(getItems()::contains).ifPresent(row -> {
            getSelectionModel().select(row);
            scrollTo(row);
        });
        following = false;
    }

    private void chosen(Period row) {
        if (row != null && !following) {
            model.select(Optional.of(row));
        }
    }

    private static Optional<BigDecimal> calls(Period period, GenerationSum sum) {
        return period.knownDays() == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(sum.calls()));
    }

    private static Optional<BigDecimal> known(Period period, Function<GenerationSum, Long> figure) {
        return period.knownDays() == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(figure.apply(period.all())));
    }

    private TableColumn<Period, Optional<BigDecimal>> money() {
        var column = figure("usd", 72, period -> period.all().costUsd());
        column.setCellFactory(each -> new MoneyCell<>(CostWords::money));
        return column;
    }

    private TableColumn<Period, String> text(String id, double least, Function<Period, String> value) {
        return named(Tables.text(id, texts.get("cost.column." + id), value), id, least);
    }

    private TableColumn<Period, Optional<BigDecimal>> figure(
            String id, double least, Function<Period, Optional<BigDecimal>> value) {
        return named(Tables.figure(id, texts.get("cost.column." + id), value), id, least);
    }

    private <T> TableColumn<Period, T> named(TableColumn<Period, T> column, String id, double least) {
        column.setMinWidth(least);
        Tables.explain(column, texts.get("cost.column." + id + ".full"));
        return column;
    }
}
