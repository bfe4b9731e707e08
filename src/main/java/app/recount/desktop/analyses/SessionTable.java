package app.recount.desktop.analyses;

import app.recount.desktop.analyses.SessionPick.Chosen;
import app.recount.desktop.widget.Durations;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Tables;
import app.recount.desktop.widget.Times;
import app.recount.session.AgentSession;
import app.recount.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.event.Event;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The sessions to choose from, each with a radio button; a row that has only the focus is not chosen. */
final class SessionTable extends TableView<AgentSession> {

    private static final double ROW = 30;
    private static final int MOST = 6;

    private final Texts texts;
    private final StartModel model;
    private final Instant now;

    SessionTable(Texts texts, StartModel model, Instant now) {
        this.texts = texts;
        this.model = model;
        this.now = now;
        setId("candidates");
        getStyleClass().add("candidates");
        setAccessibleText(texts.get("analyses.form.session"));
        Tables.dress(this);
        setFixedCellSize(ROW);
        getColumns().add(radio());
        getColumns()
                .add(text(
                        "session",
                        86,
                        session -> Figures.shortened(session.key().id(), 8, 0),
                        "mono"));
        getColumns().add(text("project", 130, AgentSession::project));
        getColumns().add(text("started", 64, this::started, "figure"));
        getColumns().add(state());
        getColumns().add(text("last", 82, this::last, "figure"));
        getColumns().add(text("tokens", 104, this::tokens, "figure"));
        getColumns().forEach(column -> column.setSortable(false));
        setOnMouseClicked(event -> take());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                take();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                enter(event);
            }
        });
        model.found().subscribe(found -> show(model.candidates()));
        model.pick().subscribe(pick -> refresh());
    }

    private void show(List<AgentSession> candidates) {
        var selected = getSelectionModel().getSelectedItem();
        getItems().setAll(candidates);
        // sessions that move do not take away the row that somebody stands on
        candidates.stream()
                .filter(each -> selected != null && each.key().equals(selected.key()))
                .findFirst()
                .ifPresent(getSelectionModel()::select);
        double height = ROW * (Math.min(MOST, Math.max(1, candidates.size())) + 1) + 2;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private void take() {
        var session = pointed();
        if (session != null) {
            model.choose(new Chosen(session));
        }
    }

    /** The row that arrow keys or mouse stand on; the first one has the focus without being selected. */
    private @Nullable AgentSession pointed() {
        var selected = getSelectionModel().getSelectedItem();
        return selected == null ? getFocusModel().getFocusedItem() : selected;
    }

    /** Chooses the row; on the chosen one it is the dialog's Enter, which a table would keep for itself. */
    private void enter(KeyEvent event) {
        var session = pointed();
        if (session != null && !isChosen(session)) {
            take();
        } else {
            Event.fireEvent(getParent(), event.copyFor(getParent(), getParent()));
        }
        event.consume();
    }

    private boolean isChosen(AgentSession session) {
        return model.pick().get() instanceof Chosen chosen
                && chosen.session().key().equals(session.key());
    }

    private TableColumn<AgentSession, AgentSession> radio() {
        var column = new TableColumn<AgentSession, AgentSession>();
        column.setId("choice");
        column.setMinWidth(38);
        column.setMaxWidth(38);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(each -> new RadioCell());
        return column;
    }

    private TableColumn<AgentSession, String> text(
            String id, double width, Function<AgentSession, String> value, String... styles) {
        var column = Tables.text(id, texts.get("analyses.candidates." + id), value, styles);
        column.setMinWidth(width - 20);
        column.setPrefWidth(width);
        return column;
    }

    private TableColumn<AgentSession, AgentSession> state() {
        var column = new TableColumn<AgentSession, AgentSession>(texts.get("analyses.candidates.state"));
        column.setId("state");
        column.setMinWidth(60);
        column.setPrefWidth(74);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(each -> new StateCell());
        return column;
    }

    private String started(AgentSession session) {
        var at = session.startedAt();
        return at == null ? texts.get("analyses.unknown") : Times.minute(at).substring(11);
    }

    private String last(AgentSession session) {
        return texts.get("analyses.ago", Durations.rough(Duration.between(session.lastActivity(), now)));
    }

    private String tokens(AgentSession session) {
        return session.tokensSoFar().map(Figures::of).orElseGet(() -> texts.get("analyses.unknown"));
    }

    private final class RadioCell extends TableCell<AgentSession, AgentSession> {

        private final RadioButton radio = new RadioButton();

        RadioCell() {
            radio.setFocusTraversable(false);
            radio.setOnAction(event -> model.choose(new Chosen(getItem())));
        }

        @Override
        protected void updateItem(@Nullable AgentSession session, boolean empty) {
            super.updateItem(session, empty);
            if (session == null || empty) {
                setGraphic(null);
                return;
            }
            radio.setSelected(isChosen(session));
            radio.setAccessibleText(session.key().id() + " " + session.project());
            setTooltip(Labels.tooltip(session.key().id()));
            setGraphic(radio);
        }
    }

    private final class StateCell extends TableCell<AgentSession, AgentSession> {
        @Override
        protected void updateItem(@Nullable AgentSession session, boolean empty) {
            super.updateItem(session, empty);
            if (session == null || empty) {
                setGraphic(null);
                return;
            }
            boolean active = session.active(now);
            setGraphic(Labels.withIcon(
                    active ? Icons.liveDot() : Icons.of(Feather.CIRCLE, "small-icon"),
                    texts.get(active ? "analyses.candidates.live" : "analyses.candidates.idle")));
        }
    }
}
