package app.recount.desktop.sessions;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.TableMemory;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.ModelNames;
import app.recount.desktop.widget.Tables;
import app.recount.session.AgentSession;
import app.recount.text.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The sessions. The model sorts them, so that a row that changes place takes the selection along and moves nothing else. */
final class SessionTable extends TableView<SessionRow> {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private static final Map<SessionColumn, Integer> WIDTHS = new EnumMap<>(Map.ofEntries(
            Map.entry(SessionColumn.STATE, 104),
            Map.entry(SessionColumn.TOOL, 96),
            Map.entry(SessionColumn.SESSION, 88),
            Map.entry(SessionColumn.PROJECT, 112),
            Map.entry(SessionColumn.MODEL, 128),
            Map.entry(SessionColumn.INPUT, 76),
            Map.entry(SessionColumn.CACHE_WRITE, 82),
            Map.entry(SessionColumn.CACHE_READ, 90),
            Map.entry(SessionColumn.OUTPUT, 76),
            Map.entry(SessionColumn.SUBAGENTS, 86),
            Map.entry(SessionColumn.TOTAL, 92),
            Map.entry(SessionColumn.LAST, 58)));

    private final SessionsModel model;
    private final SessionsWork work;
    private final Texts texts;
    private boolean following;

    SessionTable(Desk desk, SessionsModel model, SessionsWork work) {
        this.model = model;
        this.work = work;
        this.texts = desk.texts();
        setId("sessions");
        setAccessibleText(texts.get("sessions.table"));
        setItems(model.visible());
        Tables.dress(this);
        for (var column : SessionColumn.values()) {
            getColumns().add(column(column));
        }
        setSortPolicy(table -> arrange());
        giveWay();
        var last = tableColumn(SessionColumn.LAST);
        last.setSortType(SortType.DESCENDING);
        getSortOrder().add(last);
        setRowFactory(table -> new SessionRowView(texts, contextMenu()));
        placeholderProperty().bind(Bindings.createObjectBinding(this::whyEmpty, model.visible(), model.filter()));
        new TableMemory(desk.preferences(), texts.get("shell.task.settings")).attach(this, "sessions.list");
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.selected().subscribe(selected -> follow(selected, true));
        model.visible().addListener((ListChangeListener<SessionRow>)
                change -> follow(model.selected().get(), false));
    }

    private void giveWay() {
        Tables.giveWay(
                this,
                List.of(
                        tableColumn(SessionColumn.CACHE_WRITE),
                        tableColumn(SessionColumn.SUBAGENTS),
                        tableColumn(SessionColumn.INPUT),
                        tableColumn(SessionColumn.CACHE_READ),
                        tableColumn(SessionColumn.OUTPUT)));
    }

    private TableColumn<SessionRow, ?> column(SessionColumn column) {
        var name = texts.get("sessions.column." + column.id());
        if (column == SessionColumn.STATE) {
            var states = new TableColumn<SessionRow, SessionState>();
            states.setCellValueFactory(cell -> cell.getValue().state());
            states.setCellFactory(same -> new StateCell(texts));
            return dressed(states, column, name);
        }
        var words = Tables.<SessionRow>text(column.id(), name, row -> "", classes(column));
        words.setCellValueFactory(cell -> column == SessionColumn.LAST
                ? cell.getValue().age()
                : cell.getValue().session().map(session -> words(column, session)));
        words.setCellFactory(same -> column.isFigure()
                ? new TokensCell(texts.get("sessions.unknown"), classes(column))
                : new WordsCell(texts.get("sessions.unknown"), classes(column)));
        return dressed(words, column, name);
    }

    private <T> TableColumn<SessionRow, T> dressed(TableColumn<SessionRow, T> made, SessionColumn column, String name) {
        made.setId(column.id());
        made.setText(name);
        int width = Objects.requireNonNull(WIDTHS.get(column));
        made.setMinWidth(width);
        made.setPrefWidth(width);
        var full = texts.get("sessions.column.full." + column.id());
        if (!full.equals(name)) {
            Tables.explain(made, full);
        }
        return made;
    }

    private static String[] classes(SessionColumn column) {
        return switch (column) {
            case SESSION -> new String[] {"mono"};
            case TOTAL -> new String[] {"figure", "strong"};
            case LAST -> new String[] {"figure", "muted"};
            default -> column.isFigure() ? new String[] {"figure"} : new String[0];
        };
    }

    private String words(SessionColumn column, AgentSession session) {
        return switch (column) {
            case TOOL -> session.toolLabel();
            case SESSION -> Figures.shortened(session.key().id(), 8, 0);
            case PROJECT -> session.project().isEmpty() ? Figures.ABSENT : session.project();
            case MODEL -> session.model() == null ? withoutModel(session) : ModelNames.undated(session.model());
            case TOTAL -> column.figure(session).map(Figures::of).orElseGet(() -> texts.get("sessions.unknown"));
            default -> column.figure(session).map(Figures::of).orElse(Figures.ABSENT);
        };
    }

    private String withoutModel(AgentSession session) {
        return session.usage() == null ? texts.get("sessions.unknown") : Figures.ABSENT;
    }

    /** The default policy would sort the list itself. */
    private boolean arrange() {
        var keys = getSortOrder().stream()
                .map(column -> new SessionOrder.Key(
                        SessionColumn.of(column.getId()), column.getSortType() == SortType.ASCENDING))
                .toList();
        model.order().set(keys.isEmpty() ? SessionOrder.NEWEST_FIRST : new SessionOrder(keys));
        return true;
    }

    private TableColumn<SessionRow, ?> tableColumn(SessionColumn wanted) {
        return getColumns().stream()
                .filter(column -> column.getId().equals(wanted.id()))
                .findFirst()
                .orElseThrow();
    }

    private void chosen(@Nullable SessionRow row) {
        if (row != null && !following && !model.isArranging()) {
            model.selected().set(Optional.of(row));
        }
    }

    private void follow(Optional<SessionRow> selected, boolean intoSight) {
        following = true;
        int at = selected.map(getItems()::indexOf).orElse(-1);
        if (at < 0) {
            getSelectionModel().clearSelection();
        } else if (getSelectionModel().getSelectedIndex() != at
                || !selected.get().equals(getSelectionModel().getSelectedItem())) {
            getSelectionModel().clearAndSelect(at);
            if (intoSight && !isFocusWithin()) {
                scrollTo(Math.max(0, at - 3));
            }
        }
        following = false;
    }

    private ContextMenu contextMenu() {
        return new ContextMenu(
                item("sessions.start", work::startRun),
                item("sessions.copyId", work::copyId),
                item("sessions.copyJson", work::copyJson),
                item("sessions.showLog", work::showLog));
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(texts.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void key(KeyEvent event) {
        if (COPY.match(event)) {
            work.copyId();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && model.selected().get().isPresent()) {
            work.startRun();
            event.consume();
        }
    }

    /** Nothing matches; that there is nothing at all, the page itself says. */
    private Node whyEmpty() {
        if (!model.isFiltered()) {
            return Labels.muted("");
        }
        var box = new VBox(
                8,
                Labels.muted(texts.get("sessions.noMatch")),
                Buttons.text(
                        texts.get("sessions.clearFilter"), () -> model.filter().set(SessionFilter.NONE)));
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
