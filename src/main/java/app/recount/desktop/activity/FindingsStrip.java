package app.recount.desktop.activity;

import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.ScrollKeys;
import app.recount.desktop.widget.Status;
import app.recount.memory.Finding;
import app.recount.memory.Finding.Severity;
import app.recount.text.Texts;
import atlantafx.base.controls.Popover;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What should be known about the data, one chip per finding; a chip filters the table to the days it touches. */
final class FindingsStrip extends HBox {

    private final ActivityModel model;
    private final Texts texts;
    private final Label count = Labels.strong("");
    private final ChipRow chips;
    private final HBox icon = new HBox();
    private List<Finding> findings = List.of();

    FindingsStrip(ActivityModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("status-frame", "findings");
        setAlignment(Pos.CENTER_LEFT);
        icon.setAlignment(Pos.CENTER);
        count.setMinWidth(USE_PREF_SIZE);
        var details = Buttons.withIcon(Feather.CHEVRON_RIGHT, texts.get("activity.findings.details"), () -> {});
        details.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        details.getStyleClass().add("quiet");
        details.setOnAction(event -> details().show(details));
        chips = new ChipRow(hidden -> texts.get("activity.findings.more", hidden), details::fire);
        HBox.setHgrow(chips, Priority.ALWAYS);
        getChildren().addAll(icon, count, chips, details);
        model.previewValue()
                .subscribe(preview ->
                        show(preview.map(now -> now.activity().findings()).orElse(List.of())));
    }

    private void show(List<Finding> now) {
        findings = now;
        setVisible(!now.isEmpty());
        setManaged(!now.isEmpty());
        var worst = now.stream().anyMatch(FindingsStrip::warns) ? Status.CAUTION : Status.NOTE;
        getStyleClass().removeIf(name -> name.startsWith("status-") && !name.equals("status-frame"));
        getStyleClass().add(worst.styleClass());
        icon.getChildren().setAll(Icons.of(worst));
        count.setText(texts.get("activity.findings.count", now.size()));
        chips.show(now.stream().map(this::chip).toList());
    }

    private Node chip(Finding finding) {
        var figure = Labels.styled(Figures.of(finding.count()), "strong");
        var words = Labels.plain(texts.say(finding.message()));
        var chip = new ToggleButton();
        chip.getStyleClass().setAll("chip");
        var content = new HBox(6, icon(finding), figure, words);
        content.setAlignment(Pos.CENTER_LEFT);
        chip.setGraphic(content);
        chip.setAccessibleText(Figures.of(finding.count()) + " " + texts.say(finding.message()));
        chip.setTooltip(new Tooltip(texts.say(finding.explanation())
                + (finding.days().isEmpty()
                        ? ""
                        : "\n"
                                + texts.get(
                                        "activity.findings.filters",
                                        finding.days().size()))));
        chip.setOnAction(event -> {
            model.toggle(finding);
            chip.setSelected(isChosen(finding));
        });
        model.finding.subscribe(chosen -> chip.setSelected(isChosen(finding)));
        return chip;
    }

    private boolean isChosen(Finding finding) {
        return model.finding.get().filter(finding::equals).isPresent();
    }

    private Popover details() {
        var list = new VBox(10);
        list.getStyleClass().add("findings-details");
        for (var finding : findings) {
            var head = Labels.withIcon(
                    icon(finding), Figures.of(finding.count()) + " " + texts.say(finding.message()), "strong");
            var code = Labels.styled(finding.code().name(), "mono", "subtle", "tiny");
            list.getChildren()
                    .add(new VBox(2, head, Labels.paragraph(texts.say(finding.explanation()), "muted"), code));
        }
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        ScrollKeys.scroll(scroll, count.getText());
        scroll.setPrefSize(460, Math.min(420, 70.0 * findings.size() + 24));
        var popover = new Popover(scroll);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popover.setAnimated(false);
        popover.getStyleClass().add("findings-popover");
        return popover;
    }

    private static Node icon(Finding finding) {
        return Icons.of(warns(finding) ? Status.CAUTION : Status.NOTE);
    }

    private static boolean warns(Finding finding) {
        return finding.code().severity() == Severity.WARNING;
    }
}
