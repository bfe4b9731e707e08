package app.recount.desktop.analyses;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.RunFinding;
import app.recount.analysis.RunTool;
import app.recount.analysis.Source;
import app.recount.problem.Problem;
import app.recount.session.AgentSession;
import app.recount.session.SessionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which runs there are and which are in sight, which one is selected, and what is known of it now. */
final class RunsModel {

    private final ReadOnlyObjectWrapper<Optional<Stock>> stock = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<RunFinding>> findings = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ObjectProperty<RunFilter> filter = new SimpleObjectProperty<>(RunFilter.NONE);
    private final ObservableList<RunRow> visible = FXCollections.observableArrayList();

    // held, because an unmodifiable view follows its list only as long as somebody holds the view
    private final ObservableList<RunRow> view = FXCollections.unmodifiableObservableList(visible);
    private final ObjectProperty<Optional<String>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Observed>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<RunCounts> counts = new ReadOnlyObjectWrapper<>(RunCounts.NONE);
    private final ReadOnlyObjectWrapper<Set<String>> left = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Observed>> seen = new ReadOnlyObjectWrapper<>(List.of());
    private final Map<String, Observed> observed = new HashMap<>();
    private final ForkOffers forks = new ForkOffers();
    private final RecentTokens recent = new RecentTokens();
    private Map<SessionKey, AgentSession> sessions = Map.of();
    private Map<String, AnalysisRun> byId = Map.of();
    private Map<String, String> titles = Map.of();
    private List<RunRow> rows = List.of();

    RunsModel(Instant now) {
        this.now = new ReadOnlyObjectWrapper<>(now);
        filter.subscribe((before, after) -> show());
        selected.subscribe((before, after) -> showSelected());
    }

    /** Empty until the runs were read once. */
    ReadOnlyObjectProperty<Optional<Stock>> stock() {
        return stock.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<RunFinding>> findings() {
        return findings.getReadOnlyProperty();
    }

    /** Why the runs cannot be read. */
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Runs that were open already when the window first looked, and about which nothing was decided yet. */
    ReadOnlyObjectProperty<Set<String>> left() {
        return left.getReadOnlyProperty();
    }

    /** Whether a run was left open from before; one whose session is being written to simply goes on. */
    boolean isLeftOpen(String id) {
        return left.get().contains(id)
                && row(id).filter(row -> row.state().isOpen() && row.state() != RunState.LIVE)
                        .isPresent();
    }

    /** The user wants to go on with a run that was left open. */
    void goOn(String id) {
        left.set(left.get().stream().filter(other -> !other.equals(id)).collect(Collectors.toUnmodifiableSet()));
    }

    /** Which forks runs are offered. */
    ForkOffers forks() {
        return forks;
    }

    /** The moment that ages count up to; moves on each second. */
    ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    ObjectProperty<RunFilter> filter() {
        return filter;
    }

    /** What the filter lets through, open ones first. */
    ObservableList<RunRow> visible() {
        return view;
    }

    ObjectProperty<Optional<String>> selected() {
        return selected;
    }

    /** The selected run, once it was looked at. */
    ReadOnlyObjectProperty<Optional<Observed>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** What was looked at last, whichever run is selected. */
    ReadOnlyObjectProperty<List<Observed>> seen() {
        return seen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<RunCounts> counts() {
        return counts.getReadOnlyProperty();
    }

    /** All rows, whatever the filter says. */
    List<RunRow> rows() {
        return rows;
    }

    boolean isEmpty() {
        return stock.get().filter(read -> read.runs().isEmpty()).isPresent();
    }

    Optional<AnalysisRun> run(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Finds runs as they are at this moment, on whatever thread and whatever is read meanwhile. */
    Function<String, Optional<AnalysisRun>> finder() {
        var runs = byId;
        return id -> Optional.ofNullable(runs.get(id));
    }

    Optional<RunRow> selectedRow() {
        return selected.get().flatMap(this::row);
    }

    Optional<RunRow> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    Optional<Observed> observed(String id) {
        return Optional.ofNullable(observed.get(id));
    }

    /** The title that the register knows for a source; empty if it knows none. */
    String title(String source) {
        return titles.getOrDefault(source, "");
    }

    /** What a run used in the last minute, as far as the window saw it or samples tell. */
    Optional<Long> lastMinute(Observed run) {
        return recent.since(run.progress(), now.get().minus(Duration.ofMinutes(1)));
    }

    /** The runs were read. What was selected stays so, else the first in the list is. */
    void read(Stock read) {
        byId = read.runs().stream()
                .collect(Collectors.toUnmodifiableMap(AnalysisRun::id, Function.identity(), (a, b) -> a));
        titles = read.sources().stream().collect(Collectors.toMap(Source::id, Source::title, (a, b) -> a));
        observed.keySet().retainAll(byId.keySet());
        if (stock.get().isEmpty()) {
            left.set(read.runs().stream()
                    .filter(AnalysisRun::isOpen)
                    .map(AnalysisRun::id)
                    .collect(Collectors.toUnmodifiableSet()));
        }
        stock.set(Optional.of(read));
        problem.set(Optional.empty());
        show();
        if (selected.get().filter(byId::containsKey).isEmpty()) {
            selected.set(visible.stream().findFirst().map(RunRow::id));
        }
        showSelected();
    }

    void failed(Problem why) {
        problem.set(Optional.of(why));
    }

    void checked(List<RunFinding> found) {
        findings.set(List.copyOf(found));
    }

    /** Runs were looked at. */
    void observed(List<Observed> runs) {
        for (var run : runs) {
            observed.put(run.id(), run);
            recent.add(run.progress());
        }
        show();
        showSelected();
        seen.set(List.copyOf(runs));
    }

    void heard(List<AgentSession> live) {
        sessions = live.stream().collect(Collectors.toMap(AgentSession::key, Function.identity(), (a, b) -> a));
        show();
    }

    void tick(Instant moment) {
        now.set(moment);
        show();
    }

    /** Other surroundings are looked at: nothing of the ones before is left. */
    void clear() {
        observed.clear();
        recent.clear();
        sessions = Map.of();
        byId = Map.of();
        titles = Map.of();
        findings.set(List.of());
        left.set(Set.of());
        stock.set(Optional.empty());
        problem.set(Optional.empty());
        selected.set(Optional.empty());
        show();
        showSelected();
    }

    /** Selects a run; a filter that hides it is taken away. */
    void select(String id) {
        if (byId.containsKey(id)) {
            if (visible.stream().noneMatch(row -> row.id().equals(id))) {
                filter.set(RunFilter.NONE);
            }
            selected.set(Optional.of(id));
        }
    }

    /** The session that a run counts in, as it was heard of last. */
    Optional<AgentSession> session(AnalysisRun run) {
        var id = run.session().sessionId();
        var live = RunTool.of(run.tool())
                .filter(tool -> id != null)
                .map(tool -> sessions.get(new SessionKey(tool.provider(), String.valueOf(id))));
        var looked = observed(run.id()).flatMap(known -> known.progress().session());
        return live.isPresent() && looked.isPresent()
                ? Optional.of(
                        live.get().lastActivity().isBefore(looked.get().lastActivity()) ? looked.get() : live.get())
                : live.or(() -> looked);
    }

    /** How long ago the session's last line was written. */
    Optional<Duration> silence(AnalysisRun run) {
        return session(run).map(session -> Duration.between(session.lastActivity(), now.get()));
    }

    private void show() {
        rows = byId.values().stream().map(this::makeRow).sorted(RunRow.ORDER).toList();
        counts.set(RunCounts.of(rows));
        put(rows.stream()
                .filter(row -> filter.get().lets(row, title(row.run().sourceId()), now.get()))
                .toList());
    }

    private RunRow makeRow(AnalysisRun run) {
        var silence = run.isOpen() ? silence(run) : Optional.<Duration>empty();
        var state = RunState.of(run, silence);
        return new RunRow(
                run,
                state,
                silence.filter(span -> state == RunState.STALLED).map(span -> Duration.ofMinutes(span.toMinutes())),
                run.isOpen() ? observed(run.id()).flatMap(known -> Counters.total(known.progress())) : run.ownTokens());
    }

    private void put(List<RunRow> now) {
        if (!now.equals(visible)) {
            visible.setAll(now);
        }
    }

    private void showSelected() {
        shown.set(selected.get().flatMap(this::observed));
    }
}
