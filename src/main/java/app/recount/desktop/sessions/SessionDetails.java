package app.recount.desktop.sessions;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Facts;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Times;
import app.recount.session.AgentSession;
import app.recount.session.SessionKey;
import app.recount.text.Texts;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The selected session: where its log lies, what was counted in it and when, and what can be done with it. */
final class SessionDetails extends VBox {

    /** Below this width the chart stands under the facts. */
    private static final double NARROW = 1000;

    private final Desk desk;
    private final SessionsModel model;
    private final SessionsWork work;
    private final Texts texts;
    private final Label unknown = Labels.paragraph("", "small");
    private final Label id = value("mono");
    private final Label log = Labels.whole(value("mono"));
    private final Label files = value();
    private final Label folder = Labels.whole(value("mono"));
    private final Label calls = value();
    private final Label repeats = value();
    private final Label badLines = value();
    private final Label started = value();
    private final Button parent;
    private final Label nothing;
    private final HBox row = new HBox(20);
    private final CallsChart chart;
    private Subscription following = Subscription.EMPTY;

    SessionDetails(Desk desk, SessionsModel model, SessionsWork work) {
        this.desk = desk;
        this.model = model;
        this.work = work;
        this.texts = desk.texts();
        getStyleClass().add("session-details");
        setSpacing(8);
        setMinHeight(USE_PREF_SIZE);
        chart = new CallsChart(model, texts);
        unknown.setGraphic(StateCell.shape(SessionState.UNKNOWN));
        nothing = Labels.muted(texts.get("sessions.noneSelected"));
        parent = Buttons.quiet(Feather.GIT_BRANCH, texts.get("sessions.parent"), this::goToParent);
        parent.getStyleClass().add("inline");
        log.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        folder.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        var where = where();
        HBox.setHgrow(where, Priority.ALWAYS);
        HBox.setHgrow(chart, Priority.SOMETIMES);
        row.getChildren().addAll(where, counted(), chart, actions());
        model.selected().subscribe(this::follow);
        widthProperty().subscribe(width -> place(width.doubleValue()));
    }

    private Facts where() {
        var facts = new Facts();
        facts.setMinWidth(0);
        return facts.row(texts.get("sessions.detail.session"), line(id, parent, copy("sessions.copyId", work::copyId)))
                .row(
                        texts.get("sessions.detail.log"),
                        line(
                                log,
                                copy("sessions.copyPath", work::copyPath),
                                inline(Feather.FOLDER, "sessions.showLog", work::showLog)))
                .row(texts.get("sessions.detail.files"), line(files))
                .row(texts.get("sessions.detail.folder"), line(folder));
    }

    private Facts counted() {
        var facts = new Facts();
        facts.setMinWidth(USE_PREF_SIZE);
        return facts.row(texts.get("sessions.detail.calls"), line(calls))
                .row(texts.get("sessions.detail.repeats"), line(repeats))
                .row(texts.get("sessions.detail.badLines"), line(badLines))
                .row(texts.get("sessions.detail.started"), line(started));
    }

    private VBox actions() {
        var start = Buttons.withIcon(Feather.PLAY, texts.get("sessions.start"), work::startRun);
        var json = Buttons.withIcon(Feather.COPY, texts.get("sessions.copyJson"), work::copyJson);
        var actions = new VBox(8, start, json);
        for (var button : new Button[] {start, json}) {
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(Pos.CENTER_LEFT);
        }
        actions.setMinWidth(USE_PREF_SIZE);
        return actions;
    }

    private void place(double width) {
        if (model.selected().get().isEmpty()) {
            return;
        }
        boolean narrow = width < NARROW;
        row.getChildren().remove(chart);
        getChildren().remove(chart);
        if (narrow) {
            getChildren().add(chart);
        } else {
            row.getChildren().add(2, chart);
        }
    }

    private void follow(Optional<SessionRow> selected) {
        following.unsubscribe();
        getChildren().setAll(selected.isPresent() ? row : nothing);
        if (selected.isPresent()) {
            place(getWidth());
        }
        following = selected.map(now -> now.session().subscribe(this::show)).orElse(Subscription.EMPTY);
    }

    private void show(AgentSession session) {
        var state = session.log();
        getChildren().remove(unknown);
        if (session.unreadable() != null) {
            unknown.setText(texts.get(
                    session.usage() == null ? "sessions.unreadable" : "sessions.unreadableKept", session.unreadable()));
            getChildren().addFirst(unknown);
        }
        id.setText(session.key().id());
        parent.setVisible(session.parent() != null);
        parent.setManaged(session.parent() != null);
        log.setText(desk.paths().of(Path.of(session.path())));
        files.setText(files(state));
        folder.setText(session.folder() == null ? texts.get("sessions.unknown") : session.folder());
        calls.setText(calls(session));
        repeats.setText(texts.get("sessions.detail.repeats.lines", state.repeats()));
        badLines.setText(Figures.of(state.badLines()));
        started.setText(
                session.startedAt() == null
                        ? texts.get("sessions.unknown")
                        : texts.get("sessions.utc", Times.second(session.startedAt())));
        // a page that nobody sees reads them when it is shown
        if (getScene() != null) {
            work.readCalls();
        }
    }

    private String files(AgentSession.LogState state) {
        var words = new StringBuilder(texts.get("sessions.detail.logs", state.logs()));
        if (state.subagentLogs() > 0) {
            words.append(", ").append(texts.get("sessions.detail.subagentLogs", state.subagentLogs()));
        }
        words.append(" · ").append(Figures.size(state.bytes())).append(" · ");
        if (state.gone()) {
            return words.append(texts.get("sessions.detail.gone")).toString();
        }
        words.append(
                state.readTo() >= state.bytes()
                        ? texts.get("sessions.detail.readToEnd")
                        : texts.get("sessions.detail.readTo", Figures.of(state.readTo())));
        return state.archived()
                ? words.append(" · ")
                        .append(texts.get("sessions.detail.archived"))
                        .toString()
                : words.toString();
    }

    private String calls(AgentSession session) {
        var usage = session.usage();
        if (usage == null) {
            return texts.get("sessions.unknown");
        }
        return usage.subagents().calls() == 0
                ? texts.get("sessions.detail.calls.once", usage.own().calls())
                : texts.get(
                        "sessions.detail.calls.withSubagents",
                        usage.all().calls(),
                        usage.subagents().calls());
    }

    private void goToParent() {
        model.selected().get().map(SessionRow::now).ifPresent(session -> {
            if (session.parent() != null) {
                model.select(new SessionKey(session.key().tool(), session.parent()));
            }
        });
    }

    private Button copy(String key, Runnable action) {
        return inline(Feather.COPY, key, action);
    }

    private Button inline(Feather icon, String key, Runnable action) {
        var button = Buttons.quiet(icon, texts.get(key), action);
        button.getStyleClass().add("inline");
        return button;
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(2, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(20);
        line.setMaxHeight(20);
        return line;
    }

    private static Label value(String... styleClasses) {
        var label = Labels.styled("", styleClasses);
        label.setMinWidth(0);
        return label;
    }
}
