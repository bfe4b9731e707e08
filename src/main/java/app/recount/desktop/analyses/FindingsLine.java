package app.recount.desktop.analyses;

import app.recount.analysis.RunFinding;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.ScrollKeys;
import app.recount.text.Texts;
import atlantafx.base.controls.Popover;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Below the list: how much validation found, with a way to each run. Not there while it found nothing. */
final class FindingsLine extends HBox {

    private final RunsModel model;
    private final Texts texts;
    private final HBox icon = new HBox();
    private final Label count = Labels.styled("", "small");

    FindingsLine(RunsModel model, Texts texts) {
        super(8);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("findings-line");
        setAlignment(Pos.CENTER_LEFT);
        icon.setAlignment(Pos.CENTER);
        var show = Buttons.link(texts.get("analyses.findings.show"), this::showAll);
        getChildren().addAll(icon, count, Card.spring(), show);
        model.findings().subscribe(this::show);
    }

    /** Opens the whole list; says so where there is nothing to list. */
    void showAll() {
        var popover = new Popover(list());
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_LEFT);
        popover.setAnimated(false);
        popover.setHeaderAlwaysVisible(false);
        popover.show(isVisible() ? this : getParent());
    }

    private void show(List<RunFinding> found) {
        setVisible(!found.isEmpty());
        setManaged(!found.isEmpty());
        icon.getChildren().setAll(Icons.of(FindingWords.worst(found)));
        count.setText(texts.get("analyses.findings.count", found.size()));
    }

    private Node list() {
        var lines = new VBox(10);
        lines.getStyleClass().add("findings-details");
        var found = model.findings().get();
        if (found.isEmpty()) {
            lines.getChildren().add(Labels.paragraph(texts.get("analyses.findings.none")));
        }
        found.forEach(finding -> lines.getChildren().add(line(finding)));
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        ScrollKeys.scroll(scroll, count.getText());
        scroll.setPrefSize(440, Math.min(380, 70.0 * Math.max(1, found.size()) + 24));
        return scroll;
    }

    private Node line(RunFinding finding) {
        var head = new HBox(8, Icons.of(FindingWords.status(finding)));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getChildren()
                .add(
                        finding.run().isEmpty()
                                ? Labels.strong(texts.get("analyses.findings.store"))
                                : Buttons.link(finding.run(), () -> model.select(finding.run())));
        return new VBox(
                2,
                head,
                Labels.paragraph(texts.say(finding.message()), "muted"),
                Labels.styled(finding.code(), "mono", "subtle", "tiny"));
    }
}
