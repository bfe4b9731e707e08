package app.recount.desktop.shell;

import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.controlsfx.control.StatusBar;
import org.kordamp.ikonli.feather.Feather;

/** The status bar: file, how it was read, events, sent or not; at the right the running job with its way out. */
final class StatusLine extends StatusBar {

    /** So wide that the end of a path can be read, and so narrow that the rest has its place beside it. */
    private static final double LEAST_FILE = 120;

    /** So many letters are never wider than that. */
    private static final int SHORT_FILE = 16;

    private static final double LONGEST_FILE = 420;
    private static final double LONGEST_STEP = 320;

    private final Desk desk;
    private final Workspace workspace;
    private final List<ObservableValue<Badge>> standing;
    private final HBox left = row();
    private final HBox right = row();

    StatusLine(Desk desk, Workspace workspace, List<Page> pages) {
        this.desk = desk;
        this.workspace = workspace;
        this.standing = pages.stream().flatMap(page -> page.standing().stream()).toList();
        setText("");
        setFocusTraversable(false); // what can be pressed in it is reached by itself
        getLeftItems().add(left);
        getRightItems().add(right);
        right.setPadding(new Insets(0, 0, 0, 10));
        workspace.state().subscribe(this::show);
        workspace.changed().subscribe(changed -> show(workspace.state().get()));
        desk.background().visibleJob().subscribe(job -> showRight());
        standing.forEach(each -> each.subscribe(now -> showRight()));
    }

    private void show(MemoryState state) {
        var line = StandingLine.of(state, desk.texts(), desk.paths());
        left.getChildren().clear();
        add(left, file(line.file()));
        line.readMode().ifPresent(mode -> add(left, Labels.withIcon(Icons.of(Feather.LOCK), mode)));
        if (workspace.changed().get()) {
            add(left, changed());
        }
        line.events().ifPresent(events -> add(left, Labels.plain(events)));
        add(left, Labels.status(line.sentStatus(), line.sent()));
    }

    private static Label file(String path) {
        var label = Labels.whole(Labels.withIcon(Icons.of(Feather.DATABASE), path));
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMaxWidth(LONGEST_FILE);
        return label;
    }

    /** Offers to read the database again. */
    private Node changed() {
        var again = Buttons.link(desk.texts().get("shell.status.readAgain"), workspace::refresh);
        var row = new HBox(6, Labels.status(Status.NOTE, desk.texts().get("shell.status.changed")), again);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(Region.USE_PREF_SIZE);
        return row;
    }

    /** A job that runs wins over what pages have to say. */
    private void showRight() {
        right.getChildren()
                .setAll(desk.background().visibleJob().get().map(this::job).orElseGet(this::standing));
    }

    private List<Node> job(Job running) {
        var said = running.step().map(desk.texts()::say);
        var step = Labels.whole(Labels.bound(said));
        step.setMaxWidth(LONGEST_STEP);
        var bar = new ProgressBar();
        bar.progressProperty().bind(running.fraction());
        bar.accessibleTextProperty().bind(said);
        return List.of(step, bar, Buttons.link(desk.texts().get("shell.cancel"), running::cancel));
    }

    private List<Node> standing() {
        return standing.stream()
                .map(ObservableValue::getValue)
                .filter(said -> !said.text().isEmpty())
                .<Node>map(StatusLine::said)
                .toList();
    }

    private static Label said(Badge badge) {
        var label = badge.kind() == Badge.Kind.LIVE
                ? Labels.withIcon(Icons.liveDot(), badge.text())
                : Labels.plain(badge.text());
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static void add(HBox row, Node node) {
        if (node instanceof Label label) {
            label.setMinWidth(
                    row.getChildren().isEmpty() && label.getText().length() > SHORT_FILE
                            ? LEAST_FILE
                            : Region.USE_PREF_SIZE);
        }
        row.getChildren().addAll(node, new Separator(Orientation.VERTICAL));
    }

    private static HBox row() {
        var row = new HBox(10);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
