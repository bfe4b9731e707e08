package app.recount.desktop.analyses;

import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Durations;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Money;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.Tag;
import app.recount.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A run as small as it can be read, for keeping beside a terminal. */
final class MiniView extends VBox {

    /** What its buttons do. */
    interface Actions {
        void mark();

        void openMain();

        void close();
    }

    private final RunsModel model;
    private final Texts texts;
    private final RunWords words;
    private final String id;
    private final Label age = Labels.styled("", "muted", "small");
    private final Tag tag = new Tag(Status.NONE, "");
    private final Label tokens = Labels.counter("");
    private final Label output = Labels.styled("", "mini-figure");
    private final Label running = Labels.styled("", "mini-figure");
    private final Label cost = Labels.counter("");
    private final StageBar bar;
    private final Label open = Labels.plain("");
    private final Label since = Labels.muted("");
    private final Label delta = Labels.plain("");
    private final Button mark;
    private @Nullable RunState drawn;

    MiniView(RunsModel model, Texts texts, String id, Actions actions) {
        super(10);
        this.model = model;
        this.texts = texts;
        this.words = new RunWords(texts);
        this.id = id;
        getStyleClass().add("mini");
        bar = new StageBar(texts, false);
        mark = Buttons.withIcon(Feather.FLAG, texts.get("analyses.mark"), actions::mark);
        mark.setId("mini-mark");
        getChildren().addAll(head(actions), figures(), bar, foot());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.M && event.isShortcutDown() && !mark.isDisabled()) {
                actions.mark();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                actions.close();
            }
        });
        show();
    }

    private HBox head(Actions actions) {
        var name = Labels.strong(id);
        name.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(
                8,
                name,
                tag,
                age,
                Card.spring(),
                Buttons.quiet(Feather.EXTERNAL_LINK, texts.get("analyses.mini.main"), actions::openMain),
                Buttons.quiet(Feather.X, texts.get("analyses.mini.close"), actions::close));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox figures() {
        var row = new HBox(
                figure("tokens", tokens, Pos.BASELINE_LEFT),
                Card.spring(),
                figure("output", output, Pos.BASELINE_RIGHT),
                Card.spring(),
                figure("running", running, Pos.BASELINE_RIGHT),
                Card.spring(),
                figure("cost", cost, Pos.BASELINE_RIGHT));
        row.setAlignment(Pos.BOTTOM_LEFT);
        return row;
    }

    private VBox figure(String key, Label figure, Pos side) {
        var name = Labels.styled(texts.get("analyses.mini." + key), "muted", "small");
        name.setLabelFor(figure);
        figure.setMinWidth(USE_PREF_SIZE);
        var box = new VBox(name, figure);
        box.setAlignment(side);
        return box;
    }

    private HBox foot() {
        open.getStyleClass().add("strong");
        since.setMinWidth(0);
        HBox.setHgrow(since, Priority.SOMETIMES);
        var row = new HBox(6, open, since, Card.spring(), delta, mark);
        HBox.setMargin(mark, new Insets(0, 0, 0, 10));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Paints what is known now. */
    void show() {
        model.row(id).ifPresent(this::show);
        model.observed(id).ifPresent(this::show);
    }

    private void show(RunRow row) {
        if (drawn != row.state()) {
            drawn = row.state();
            tag.show(row.state().status(), "");
            tag.setGraphic(StateIcon.icon(row.state()));
        }
        tag.setText(words.state(row));
        age.setText(
                row.state().isOpen()
                        ? model.silence(row.run())
                                .map(silence -> texts.get("analyses.ago", Durations.rough(silence)))
                                .orElse("")
                        : "");
        mark.setDisable(!row.state().isOpen());
        var begun = row.run().times().startedAt();
        var seconds = row.run().times().durationSeconds();
        running.setText(
                row.run().isOpen() && begun != null
                        ? Durations.exact(Duration.between(begun, model.now().get()))
                        : seconds == null ? words.unknown() : Durations.exact(Duration.ofSeconds(seconds)));
    }

    private void show(Observed run) {
        var counters = Counters.of(run.progress());
        tokens.setText(words.tokens(counters.total()));
        output.setText(words.tokens(counters.output()));
        cost.setText(counters.costUsd().map(Money::of).orElseGet(words::unknown));
        bar.show(StageShares.of(run.progress(), texts));
        var rows = StageRow.of(run.progress());
        var last = rows.isEmpty() ? Optional.<StageRow>empty() : Optional.of(rows.getLast());
        open.setText(last.filter(row -> row.kind() == StageRow.Kind.OPEN)
                .map(row -> texts.get("analyses.stage.open"))
                .orElse(""));
        since.setText(since(rows));
        delta.setText(last.map(
                        row -> row.delta().map(grown -> "+" + Figures.of(grown)).orElseGet(words::unknown))
                .orElse(""));
    }

    private String since(List<StageRow> rows) {
        return rows.size() < 2
                ? texts.get("analyses.mini.since-start")
                : texts.get(
                        "analyses.mini.since", rows.get(rows.size() - 2).name().orElse(""));
    }
}
