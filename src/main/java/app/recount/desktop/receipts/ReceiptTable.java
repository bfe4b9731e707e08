package app.recount.desktop.receipts;

import app.recount.delivery.Receipt;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Times;
import app.recount.text.Texts;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The receipts, newest first unless sorted otherwise. */
final class ReceiptTable extends TableView<Receipt> {

    private final Texts texts;
    private final ReceiptsModel model;
    private final TableColumn<Receipt, String> digest;

    ReceiptTable(Texts texts, ReceiptsModel model) {
        this.texts = texts;
        this.model = model;
        setId("receipts");
        setAccessibleText(texts.get("receipts.title"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var number = figure("number", 48, receipt -> receipt.number());
        var time = text("time", 140, receipt -> Times.second(receipt.time()));
        var entry = text("entry", 100, receipt -> ReceiptWords.entry(receipt, texts));
        entry.setCellFactory(column -> new EntryCell());
        var outcome = text("outcome", 104, receipt -> ReceiptWords.outcome(receipt, texts));
        var events = figure(
                "events",
                62,
                receipt -> receipt.subject()
                        .map(subject -> (long) subject.events())
                        .orElse(-1L));
        digest = text("digest", 130, ReceiptTable::digest);
        digest.setCellFactory(column -> new DigestCell());
        getColumns().add(number);
        getColumns().add(time);
        getColumns().add(entry);
        getColumns().add(outcome);
        getColumns().add(events);
        getColumns().add(digest);
        var sorted = new SortedList<>(model.visible());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        number.setSortType(TableColumn.SortType.DESCENDING);
        getSortOrder().add(number);
        getSelectionModel().selectedItemProperty().subscribe((before, now) -> chosen(now));
        model.selected().subscribe(this::select);
        model.visible().subscribe(() -> select(model.selected().get()));
        model.ledger().subscribe(read -> setPlaceholder(Labels.muted(placeholder())));
        model.problem().subscribe(problem -> setPlaceholder(Labels.muted(placeholder())));
        model.filter().subscribe(filter -> setPlaceholder(Labels.muted(placeholder())));
    }

    void showDigests(boolean room) {
        digest.setVisible(room);
    }

    private void chosen(@Nullable Receipt receipt) {
        if (receipt != null) {
            model.selected().set(Optional.of(receipt));
        }
    }

    private void select(Optional<Receipt> receipt) {
        receipt.filter(one -> !one.equals(getSelectionModel().getSelectedItem()))
                .ifPresent(one -> {
                    getSelectionModel().select(one);
                    scrollTo(one);
                });
    }

    private String placeholder() {
        if (model.problem().get().isPresent()) {
            return ""; // the banner says it
        }
        if (model.ledger().get().isEmpty()) {
            return texts.get("receipts.reading");
        }
        return texts.get(model.isEmpty() ? "receipts.empty.table" : "receipts.no-match");
    }

    private TableColumn<Receipt, String> text(String id, double width, Function<Receipt, String> value) {
        var column = new TableColumn<Receipt, String>(texts.get("receipts.column." + id));
        column.setId(id);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    private TableColumn<Receipt, Long> figure(String id, double width, Function<Receipt, Long> value) {
        var column = new TableColumn<Receipt, Long>(texts.get("receipts.column." + id));
        column.setId(id);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.getStyleClass().add("figure");
        column.setComparator(Comparator.naturalOrder());
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(same -> new FigureCell());
        return column;
    }

    private static String digest(Receipt receipt) {
        return receipt.subject()
                .map(subject -> Figures.shortened(subject.digest().hex(), 8, 4))
                .orElse(Figures.ABSENT);
    }

    private static final class FigureCell extends TableCell<Receipt, Long> {
        FigureCell() {
            getStyleClass().add("figure");
        }

        @Override
        protected void updateItem(@Nullable Long value, boolean empty) {
            super.updateItem(value, empty);
            setText(value == null || empty ? null : value < 0 ? Figures.ABSENT : Figures.of(value));
        }
    }

    private static final class EntryCell extends TableCell<Receipt, String> {
        @Override
        protected void updateItem(@Nullable String value, boolean empty) {
            super.updateItem(value, empty);
            var receipt = getTableRow() == null ? null : getTableRow().getItem();
            setText(empty ? null : value);
            setGraphic(empty || receipt == null ? null : ReceiptWords.icon(receipt));
        }
    }

    private static final class DigestCell extends TableCell<Receipt, String> {
        DigestCell() {
            getStyleClass().addAll("mono", "digest");
        }

        @Override
        protected void updateItem(@Nullable String value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty ? null : value);
        }
    }
}
