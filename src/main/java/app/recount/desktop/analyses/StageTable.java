package app.recount.desktop.analyses;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.TableMemory;
import app.recount.desktop.widget.Durations;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Money;
import app.recount.desktop.widget.Tables;
import app.recount.desktop.widget.Times;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The stages with all their figures, the open part, and their sum, which is held against the total. */
final class StageTable extends TableView<StageRow> {

    private static final PseudoClass SUM = PseudoClass.getPseudoClass("sum");
    private static final double ROW = 28;

    private final Texts texts;
    private SumCheck check = new SumCheck.NoStages();
    private int decimals = 2;

    StageTable(Desk desk, RunsModel model) {
        this.texts = desk.texts();
        setId("stages");
        getStyleClass().add("stage-table");
        setAccessibleText(texts.get("analyses.stages"));
        Tables.dress(this);
        setFixedCellSize(ROW);
        var columns = columns();
        getColumns().addAll(columns);
        // the order is that of time, and the sum stands below
        columns.forEach(column -> column.setSortable(false));
        setRowFactory(table -> new StageTableRow());
        new TableMemory(desk.preferences(), texts.get("shell.task.settings")).attach(this, "analyses.stages");
        Tables.giveWay(
                this,
                List.of(column("cumulative"), column("marked"), column("duration"), column("write"), column("read")));
        column("cumulative").visibleProperty().subscribe(visible -> refresh());
        model.shown().subscribe(run -> run.ifPresent(this::show));
    }

    private List<TableColumn<StageRow, ?>> columns() {
        var stage = wide(new TableColumn<StageRow, StageRow>(texts.get("analyses.column.stage")), "stage", 132, 140);
        stage.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        stage.setCellFactory(column -> new StageNameCell(texts, this::elsewhere));
        var columns = new ArrayList<TableColumn<StageRow, ?>>();
        columns.add(stage);
        columns.add(text("marked", 66, 74, this::marked));
        columns.add(text("duration", 74, 82, row -> Durations.exact(row.duration())));
        columns.add(figure("input", 56, 64, StageRow::input));
        columns.add(figure("write", 64, 74, StageRow::cacheWrite));
        columns.add(figure("read", 74, 84, StageRow::cacheRead));
        columns.add(figure("output", 56, 66, StageRow::output));
        columns.add(figure("delta", 74, 84, StageRow::delta));
        var cumulative = wide(
                new TableColumn<StageRow, StageRow>(texts.get("analyses.column.cumulative")), "cumulative", 86, 88);
        cumulative.getStyleClass().add("figure");
        cumulative.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        cumulative.setCellFactory(column -> new CumulativeCell(texts, () -> check));
        columns.add(cumulative);
        columns.add(text("usd", 50, 56, this::usd));
        for (var column : columns) {
            Tables.explain(column, texts.get("analyses.column." + column.getId() + ".full"));
        }
        return columns;
    }

    private TableColumn<StageRow, ?> column(String id) {
        return getColumns().stream()
                .filter(column -> column.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void show(Observed run) {
        var rows = new ArrayList<>(StageRow.of(run.progress()));
        check = SumCheck.of(run.progress());
        int before = decimals;
        if (!rows.isEmpty()) {
            var sum = StageRow.sum(run.progress());
            rows.add(sum);
            decimals = sum.costUsd().map(Money::digits).orElse(2);
        }
        if (getItems().size() == rows.size()) {
            for (int at = 0; at < rows.size(); at++) {
                if (!rows.get(at).equals(getItems().get(at)) || at == rows.size() - 1) {
                    getItems().set(at, rows.get(at));
                }
            }
        } else {
            getItems().setAll(rows);
        }
        if (decimals != before) {
            // the stages that stayed as they were are written like the sum, too
            refresh();
        }
        double height = ROW * (Math.max(1, rows.size()) + 1) + 4;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    /** The verdict on the sum, where its own column gave way. */
    private Optional<SumCheck> elsewhere() {
        return column("cumulative").isVisible() ? Optional.empty() : Optional.of(check);
    }

    private String marked(StageRow row) {
        return switch (row.kind()) {
            case STAGE -> row.marked().map(Times::clock).orElse("");
            case OPEN -> texts.get("analyses.stage.open");
            case REST, SUM -> "";
        };
    }

    private String usd(StageRow row) {
        return row.costUsd().map(cost -> Money.of(cost, decimals)).orElse(Figures.ABSENT);
    }

    private TableColumn<StageRow, String> figure(
            String id, double least, double usual, Function<StageRow, Optional<Long>> value) {
        return text(
                id,
                least,
                usual,
                row -> value.apply(row).map(Figures::of).orElseGet(() -> texts.get("analyses.unknown")));
    }

    private TableColumn<StageRow, String> text(
            String id, double least, double usual, Function<StageRow, String> value) {
        var column = Tables.<StageRow>text(id, texts.get("analyses.column." + id), value, "figure", id);
        return wide(column, id, least, usual);
    }

    /** @param usual not 80: a column of that width, the toolkit's default, is made as wide as what its first rows hold */
    private static <T> TableColumn<StageRow, T> wide(
            TableColumn<StageRow, T> column, String id, double least, double usual) {
        column.setId(id);
        column.setMinWidth(least);
        column.setPrefWidth(usual);
        return column;
    }

    /** The exact cost, which the column rounds, and the stage's notes. */
    private Optional<String> more(StageRow row) {
        var exact = row.costUsd()
                .map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString)
                .map(cost -> texts.get("analyses.stage.exact", cost));
        var notes = Optional.ofNullable(row.notes()).filter(said -> !said.isEmpty());
        return notes.map(said -> exact.map(cost -> said + "\n" + cost).orElse(said))
                .or(() -> exact);
    }

    private final class StageTableRow extends TableRow<StageRow> {
        @Override
        protected void updateItem(@Nullable StageRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(SUM, row != null && !empty && row.kind() == StageRow.Kind.SUM);
            setTooltip(row == null || empty ? null : more(row).map(Tooltip::new).orElse(null));
        }
    }
}
