package app.recount.desktop.receipts;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Shortcuts;
import app.recount.desktop.shell.Workspace;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.FilterField;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.PageHeader;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.StatusFrame;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The chain's state, the table, what withdrawing can do, and the selected receipt beside them. */
final class ReceiptsView extends BorderPane {

    private static final double TABLE_SHARE = 0.56;

    /** The columns but for digests, and a scroll bar. */
    private static final double LEAST_TABLE = 466;

    /** Below this width the table has no room for digests. */
    private static final double NARROW = 1000;

    private final Texts texts;
    private final ReceiptTable table;
    private final FilterField filter;
    private final VBox banner = new VBox();
    private final Button verify;
    private final Hyperlink verifyFile;

    ReceiptsView(Desk desk, ReceiptsModel model, ReceiptsWork work, FileCheck check, Workspace workspace) {
        this.texts = desk.texts();
        table = new ReceiptTable(texts, model);
        filter = new FilterField(texts.get("receipts.filter"), Shortcuts.shown("F"));
        filter.textProperty().bindBidirectional(model.filter());
        verify = Buttons.withIcon(Feather.REFRESH_CW, texts.get("receipts.verify"), work::verify);
        var copyLine = Buttons.withIcon(
                Feather.COPY, texts.get("receipts.copy"), () -> work.line().ifPresent(desk.clipboard()));
        verifyFile = Buttons.link(texts.get("receipts.verify-file"), check::choose);
        var exports = exports(work);
        var export = Buttons.withIcon(Feather.DOWNLOAD, texts.get("receipts.export"), () -> {});
        export.setOnAction(event -> exports.show(export, Side.BOTTOM, 0, 4));
        var header = new PageHeader(texts.get("receipts.title"), filter, copyLine, export)
                .subtitle(texts.get("receipts.subtitle"));
        header.getStyleClass().add("ruled");
        banner.getStyleClass().add("chain-banner");
        banner.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(table, Priority.ALWAYS);
        var left = new VBox(banner, table, new WithdrawPane(desk, model, workspace));
        left.setMinWidth(LEAST_TABLE);
        var split = new SplitPane(left, new ReceiptDetail(desk, model, new BytesPane(desk, model, work)));
        split.setDividerPositions(TABLE_SHARE);
        setTop(header);
        setCenter(split);
        widthProperty().subscribe(width -> table.showDigests(width.doubleValue() >= NARROW));
        model.ledger().subscribe(this::showChain);
        model.problem().subscribe(problem -> problem.ifPresent(this::showProblem));
        model.ledger().subscribe(read -> {
            copyLine.setDisable(model.isEmpty() || read.isEmpty());
            export.setDisable(model.isEmpty() || read.isEmpty());
        });
    }

    private ContextMenu exports(ReceiptsWork work) {
        return new ContextMenu(
                item("receipts.export.document", work::exportDocument), item("receipts.export.lines", work::export));
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(texts.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    Node firstFocus() {
        return table;
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    private void showProblem(Problem problem) {
        banner.getChildren()
                .setAll(StatusFrame.of(Status.FAILURE, problem, texts).actions(List.of(verify)));
    }

    private void showChain(Optional<Ledger> ledger) {
        banner.getChildren().clear();
        ledger.map(read -> ChainBanner.of(read, texts)).ifPresent(chain -> {
            var words = new VBox(1, Labels.paragraph(chain.title(), "strong"));
            chain.lines().forEach(line -> words.getChildren().add(Labels.paragraph(line, "muted", "small")));
            words.getChildren().add(verifyFile);
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setAlignment(Pos.CENTER_LEFT);
            var icon = switch (chain.status()) {
                case GOOD -> Icons.of(Feather.SHIELD, chain.status());
                default -> Icons.of(chain.status());
            };
            icon.getStyleClass().add("large");
            var row = new HBox(12, icon, words, verify);
            row.setAlignment(Pos.CENTER_LEFT);
            banner.getChildren().setAll(row);
        });
    }
}
