package app.recount.desktop.sessions;

import app.recount.desktop.shell.Job;
import app.recount.problem.Problem;
import app.recount.session.AgentSession;
import app.recount.session.Call;
import app.recount.session.SessionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Which sessions are shown and in which order, which one is selected, and what is known of its calls. A session keeps its row while
 * it grows; the list changes only when rows come, go, or change places.
 */
final class SessionsModel {

    /** How long a repaint that only counts time waits for one that has news. */
    private static final Duration QUIET = Duration.ofMillis(900);

    private final ObjectProperty<SessionFilter> filter = new SimpleObjectProperty<>(SessionFilter.NONE);
    private final ObjectProperty<SessionOrder> order = new SimpleObjectProperty<>(SessionOrder.NEWEST_FIRST);
    private final ObjectProperty<Optional<SessionRow>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<List<Call>>> calls = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Job>> firstLook = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<SearchedFolder>> searched = new SimpleObjectProperty<>(List.of());
    private final ReadOnlyBooleanWrapper looked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper all = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper live = new ReadOnlyIntegerWrapper();
    private final ObservableList<SessionRow> visible = FXCollections.observableArrayList();

    // held, because an unmodifiable view follows its list only as long as somebody holds the view
    private final ObservableList<SessionRow> view = FXCollections.unmodifiableObservableList(visible);
    private final Map<SessionKey, SessionRow> rows = new HashMap<>();
    private Instant now = Instant.EPOCH;
    private boolean arranging;
    private Optional<SessionKey> wanted = Optional.empty();

    SessionsModel() {
        filter.subscribe((before, after) -> arrange());
        order.subscribe((before, after) -> arrange());
        selected.subscribe((before, after) -> {
            if (!before.map(SessionRow::key).equals(after.map(SessionRow::key))) {
                calls.set(Optional.empty());
            }
        });
    }

    ObjectProperty<SessionFilter> filter() {
        return filter;
    }

    ObjectProperty<SessionOrder> order() {
        return order;
    }

    /** What the filter lets through, in order. */
    ObservableList<SessionRow> visible() {
        return view;
    }

    /** Stays selected while a filter hides it. */
    ObjectProperty<Optional<SessionRow>> selected() {
        return selected;
    }

    /** The calls of the selected session, empty until they were read. */
    ReadOnlyObjectProperty<Optional<List<Call>>> calls() {
        return calls.getReadOnlyProperty();
    }

    /** The first look at all logs, while it is on its way. */
    ObjectProperty<Optional<Job>> firstLook() {
        return firstLook;
    }

    /** Why the first look did not come to its end. */
    ObjectProperty<Optional<Problem>> problem() {
        return problem;
    }

    /** Where was looked, known only when nothing was found. */
    ObjectProperty<List<SearchedFolder>> searched() {
        return searched;
    }

    /** Whether all logs were looked at once. */
    ReadOnlyBooleanProperty looked() {
        return looked.getReadOnlyProperty();
    }

    /** Whether the list is being changed: what a table selects meanwhile is nobody's choice. */
    boolean isArranging() {
        return arranging;
    }

    Instant now() {
        return now;
    }

    /** How many sessions there are, shown or not. */
    ReadOnlyIntegerProperty all() {
        return all.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty live() {
        return live.getReadOnlyProperty();
    }

    /** The sessions as they are now; empty where nothing was looked at yet, or somebody else's are shown now. */
    void show(Optional<List<AgentSession>> sessions, Instant at) {
        now = at;
        looked.set(sessions.isPresent());
        var current = sessions.orElse(List.of());
        rows.keySet().retainAll(current.stream().map(AgentSession::key).collect(Collectors.toSet()));
        for (var session : current) {
            rows.computeIfAbsent(session.key(), key -> new SessionRow(session, at))
                    .show(session, at);
        }
        selected.get().filter(row -> !rows.containsKey(row.key())).ifPresent(gone -> selected.set(Optional.empty()));
        arrange();
        wanted.ifPresent(this::select);
    }

    /** Time has passed without news; nothing happens if there was news a moment ago. */
    void tick(Instant at) {
        if (Duration.between(now, at).abs().compareTo(QUIET) >= 0) {
            now = at;
            rows.values().forEach(row -> row.tick(at));
            arrange();
        }
    }

    /** Selects a session, also one that is only heard of later; a filter that hides it is taken away. */
    void select(SessionKey key) {
        var row = Optional.ofNullable(rows.get(key));
        wanted = row.isPresent() ? Optional.empty() : Optional.of(key);
        row.ifPresent(found -> {
            if (!visible.contains(found)) {
                filter.set(SessionFilter.NONE);
            }
            selected.set(row);
        });
    }

    /** The calls were read; an answer for a session that is not selected any more is dropped. */
    void callsRead(SessionKey of, List<Call> read) {
        if (selected.get().filter(row -> row.key().equals(of)).isPresent()) {
            calls.set(Optional.of(List.copyOf(read)));
        }
    }

    boolean isFiltered() {
        var chosen = filter.get();
        return !chosen.withText("").equals(SessionFilter.NONE) || !chosen.text().isBlank();
    }

    /** The sessions in sight, as they are now. */
    List<AgentSession> shown() {
        return visible.stream().map(SessionRow::now).toList();
    }

    private void arrange() {
        all.set(rows.size());
        live.set((int) rows.values().stream()
                .filter(row -> row.state().get() == SessionState.LIVE)
                .count());
        var arranged = rows.values().stream()
                .filter(row -> filter.get().test(row.now(), now))
                .sorted(order.get().comparator())
                .toList();
        // a list that is set anew moves selection and scroll bar, so it is left alone while nothing moves
        if (!arranged.equals(visible)) {
            arranging = true;
            visible.setAll(arranged);
            arranging = false;
        }
    }
}
