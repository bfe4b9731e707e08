package app.recount.desktop.analyses;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.CompleteRequest;
import app.recount.analysis.RunStatus;
import app.recount.analysis.RunTool;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.LiveSessions;
import app.recount.desktop.shell.Navigation;
import app.recount.desktop.shell.Page.MenuEntry;
import app.recount.report.ExportFormat;
import app.recount.session.AgentSession;
import app.recount.session.SessionKey;
import app.recount.text.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;

/** What can be done with runs, with the dialogs that ask before it. */
final class RunDesk implements RunActions {

    private static final double START_WIDTH = 744;
    private static final double MARK_WIDTH = 480;
    private static final double END_WIDTH = 620;
    private static final double BACKFILL_WIDTH = 900;

    private final Desk desk;
    private final Texts texts;
    private final LiveSessions live;
    private final RunsModel model;
    private final RunsWork work;
    private final EndNotice notice;
    private final RunExports exports;
    private final FormStage forms;
    private final Supplier<Window> owner;
    private final MiniWindow mini;
    private Runnable findings = () -> {};

    RunDesk(Desk desk, LiveSessions live, RunsModel model, RunsWork work, Clock clock, Supplier<Window> owner) {
        this.desk = desk;
        this.texts = desk.texts();
        this.live = live;
        this.model = model;
        this.work = work;
        this.owner = owner;
        this.notice = new EndNotice(desk, this::reopenEnded);
        live.tracking().subscribe(other -> notice.takeBack());
        this.exports = new RunExports(desk, clock);
        this.forms = new FormStage(texts, desk.notices()::show);
        this.mini = new MiniWindow(desk, model, owner, this::markFrom);
    }

    private RunSteps steps() {
        return new RunSteps(desk, work::analyses, work::changed, notice);
    }

    void showsFindingsWith(Runnable list) {
        findings = list;
    }

    /** Whether a run is watched in the small window. */
    boolean isPinned() {
        return mini.isOpen();
    }

    /** The lines of the menu “Run”. */
    List<MenuEntry> menu() {
        var open = model.counts().map(counts -> counts.live() + counts.stalled() + counts.open() > 0);
        ObservableValue<Boolean> ended = model.selected()
                .flatMap(id -> model.counts()
                        .map(counts -> model.selectedRow()
                                .filter(row -> !row.state().isOpen())
                                .isPresent()));
        var always = model.now().map(now -> true);
        return List.of(
                entry("start.menu", shortcut(KeyCode.N), always, this::start),
                entry("mark", shortcut(KeyCode.M), open, this::mark),
                entry("complete", Optional.empty(), open, this::complete),
                entry("fail", Optional.empty(), open, this::fail),
                entry("cancel", Optional.empty(), open, this::cancel),
                entry("reopen", Optional.empty(), ended, this::reopen),
                entry("pin", Optional.empty(), open, this::pin),
                entry("backfill", Optional.empty(), always, this::backfill));
    }

    private MenuEntry entry(
            String key, Optional<KeyCombination> shortcut, ObservableValue<Boolean> enabled, Runnable action) {
        return new MenuEntry(texts.get("analyses." + key), shortcut, enabled, () -> {
            desk.navigation().go(Navigation.ANALYSES);
            action.run();
        });
    }

    private static Optional<KeyCombination> shortcut(KeyCode code) {
        return Optional.of(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN));
    }

    @Override
    public void start() {
        ask(startModel());
    }

    /** Asks for a run in a session that another page led from. */
    void startIn(SessionKey key) {
        live.sessions().get().stream()
                .flatMap(List::stream)
                .filter(session -> session.key().equals(key))
                .findFirst()
                .ifPresentOrElse(this::startIn, this::start);
    }

    private void startIn(AgentSession session) {
        var asked = startModel();
        RunTool.of(session.key().tool()).ifPresent(tool -> asked.startIn(session, tool));
        ask(asked);
    }

    private StartModel startModel() {
        return new StartModel(
                model.stock().get().orElseGet(() -> new Stock(List.of(), List.of())),
                work.tracking().environment().home());
    }

    private void ask(StartModel asked) {
        var search = new StartWork(desk, work.tracking(), asked);
        var form = new StartForm(desk, asked, search, steps(), model.now().get());
        var dialog = forms.show(
                owner.get(), form, texts.get("analyses.start.title"), texts.get("analyses.start.confirm"), START_WIDTH);
        var moving = live.sessions().subscribe((before, now) -> search.again());
        dialog.setOnHidden(event -> moving.unsubscribe());
    }

    @Override
    public void mark() {
        open().ifPresent(run -> mark(run, owner.get()));
    }

    private void markFrom(String id, Window window) {
        model.run(id).filter(AnalysisRun::isOpen).ifPresent(run -> mark(run, window));
    }

    private void mark(AnalysisRun run, Window window) {
        forms.show(
                window,
                new MarkForm(texts, new MarkModel(run), steps()),
                texts.get("analyses.mark.title", run.id()),
                texts.get("analyses.mark.confirm"),
                MARK_WIDTH);
    }

    @Override
    public void complete() {
        open().ifPresent(run -> end(run, RunStatus.COMPLETED, "analyses.complete"));
    }

    @Override
    public void fail() {
        open().ifPresent(run -> end(run, RunStatus.FAILED, "analyses.fail"));
    }

    private void end(AnalysisRun run, RunStatus status, String key) {
        var ids = model.rows().stream().map(RunRow::id).collect(Collectors.toUnmodifiableSet());
        forms.show(
                owner.get(),
                new EndForm(texts, new EndModel(run, status, ids), steps()),
                texts.get(key + ".title", run.id()),
                texts.get(key + ".confirm"),
                END_WIDTH);
    }

    @Override
    public void cancel() {
        open().ifPresent(run ->
                sure(run, "cancel", (form, steps) -> steps.complete(canceled(run), form::confirmed, form::failed)));
    }

    private static CompleteRequest canceled(AnalysisRun run) {
        return new CompleteRequest(run.id(), RunStatus.CANCELED, Optional.empty(), false);
    }

    @Override
    public void reopen() {
        model.selectedRow().filter(row -> !row.state().isOpen()).ifPresent(row -> reopen(row.run()));
    }

    /** From a notice, which stands above every page. */
    private void reopenEnded(AnalysisRun run) {
        desk.navigation().go(Navigation.ANALYSES);
        reopen(run);
    }

    private void reopen(AnalysisRun run) {
        sure(run, "reopen", (form, steps) -> steps.reopen(run.id(), form::confirmed, form::failed));
    }

    private void sure(AnalysisRun run, String key, BiConsumer<SureForm, RunSteps> step) {
        var steps = steps();
        forms.show(
                owner.get(),
                new SureForm(texts.get("analyses." + key + ".question", run.id()), form -> step.accept(form, steps)),
                texts.get("analyses." + key + ".title"),
                texts.get("analyses." + key + ".confirm"),
                MARK_WIDTH);
    }

    @Override
    public void move(SessionKey fork) {
        model.shown().get().ifPresent(run -> steps().move(run.id(), fork));
    }

    @Override
    public void pin() {
        open().ifPresent(run -> mini.toggle(run.id()));
    }

    @Override
    public void backfill() {
        var asked = new BackfillModel();
        var form = new BackfillForm(desk, asked, new BackfillWork(desk, work.analyses(), work::refresh, asked));
        forms.show(
                owner.get(),
                form,
                texts.get("analyses.backfill.title"),
                texts.get("analyses.backfill.confirm"),
                BACKFILL_WIDTH);
    }

    @Override
    public void check() {
        findings.run();
    }

    @Override
    public void export(List<String> runs, ExportFormat format) {
        exports.save(runs.stream().flatMap(id -> model.run(id).stream()).toList(), format, model.finder());
    }

    @Override
    public void copy(String text) {
        desk.clipboard().accept(text);
    }

    /** The selected run if it is open, else the first that is; dialogs name the run that they are about. */
    private Optional<AnalysisRun> open() {
        return model.selectedRow()
                .filter(row -> row.state().isOpen())
                .or(() -> model.rows().stream()
                        .filter(row -> row.state().isOpen())
                        .findFirst())
                .map(RunRow::run);
    }
}
