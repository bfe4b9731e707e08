package app.recount.desktop.analyses;

import app.recount.analysis.RunFinding.Severity;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Durations;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.StatusFrame;
import app.recount.session.AgentSession;
import app.recount.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What should be known of the selected run, above its counters: left open, gone on in a fork, unknown counts, findings. */
final class RunStrips extends VBox {

    private final RunsModel model;
    private final RunActions actions;
    private final Texts texts;
    private final RunWords words;
    private List<Object> shown = List.of();

    RunStrips(RunsModel model, RunActions actions, Texts texts) {
        super(8);
        this.model = model;
        this.actions = actions;
        this.texts = texts;
        this.words = new RunWords(texts);
        model.shown().subscribe(run -> show());
        model.findings().subscribe(found -> show());
        model.left().subscribe(left -> show());
        model.forks().putOff().subscribe(off -> show());
        model.visible().subscribe(this::show);
        show();
    }

    private void show() {
        var about = about();
        // built anew only when there is something else to say, so that a button keeps the focus while figures move
        if (!about.equals(shown) || getChildren().isEmpty()) {
            shown = about;
            getChildren().setAll(strips());
            setVisible(!getChildren().isEmpty());
            setManaged(!getChildren().isEmpty());
        }
    }

    /** Everything that the strips depend on. */
    private List<Object> about() {
        var about = new ArrayList<Object>();
        about.add(model.selected().get());
        about.add(model.selected().get().filter(model::isLeftOpen).isPresent());
        about.add(model.findings().get());
        model.shown().get().map(Observed::progress).ifPresent(progress -> {
            about.add(progress.run().status());
            about.add(Objects.requireNonNullElse(progress.unknownReason(), ""));
            about.add(model.forks().of(progress).stream().map(AgentSession::key).toList());
        });
        return about;
    }

    private List<Node> strips() {
        var strips = new ArrayList<Node>();
        model.shown().get().ifPresent(run -> {
            if (run.progress().run().isOpen()) {
                leftOpen(run, strips);
                fork(run, strips);
            }
            unknown(run, strips);
            findings(run, strips);
        });
        return strips;
    }

    private void leftOpen(Observed run, List<Node> strips) {
        if (model.isLeftOpen(run.id())) {
            var since = words.moment(
                    run.progress().run().times().createdAt(), model.now().get());
            strips.add(new StatusFrame(Status.NOTE, texts.get("analyses.left", since))
                    .line(texts.get("analyses.left.line"))
                    .actions(List.of(
                            Buttons.text(texts.get("analyses.left.go-on"), () -> model.goOn(run.id())),
                            Buttons.text(texts.get("analyses.complete"), actions::complete),
                            Buttons.text(texts.get("analyses.cancel"), actions::cancel))));
        }
    }

    private void fork(Observed run, List<Node> strips) {
        var forks = model.forks().of(run.progress());
        if (forks.isEmpty()) {
            return;
        }
        var buttons = new ArrayList<Node>();
        forks.forEach(fork -> buttons.add(Buttons.text(
                texts.get("analyses.fork.move", Figures.shortened(fork.key().id(), 8, 0)),
                () -> actions.move(fork.key()))));
        buttons.add(Buttons.text(
                texts.get("analyses.fork.not-now"), () -> model.forks().putOff(run.progress())));
        var frame = new StatusFrame(
                Status.NOTE,
                forks.size() == 1
                        ? texts.get("analyses.fork", name(forks.getFirst()))
                        : texts.get("analyses.fork.several", forks.size()));
        if (forks.size() > 1) {
            forks.forEach(fork -> frame.line(texts.get(
                    "analyses.fork.one",
                    name(fork),
                    words.tokens(fork.tokensSoFar()),
                    Durations.rough(
                            Duration.between(fork.lastActivity(), model.now().get())))));
        }
        strips.add(frame.line(texts.get("analyses.fork.line")).actions(buttons));
    }

    private static String name(AgentSession session) {
        return Figures.shortened(session.key().id(), 8, 4);
    }

    private void unknown(Observed run, List<Node> strips) {
        var reason = run.progress().unknownReason();
        if (reason != null && Counters.total(run.progress()).isEmpty()) {
            strips.add(new StatusFrame(Status.CAUTION, texts.get("analyses.unknown.title")).line(reason));
        }
    }

    private void findings(Observed run, List<Node> strips) {
        var own = model.findings().get().stream()
                .filter(finding -> finding.run().equals(run.id()) && finding.severity() == Severity.ERROR)
                .toList();
        if (!own.isEmpty()) {
            var frame = new StatusFrame(Status.FAILURE, texts.get("analyses.findings.run", own.size()));
            own.forEach(finding -> frame.line(texts.say(finding.message()) + "  " + finding.code()));
            strips.add(frame);
        }
    }
}
