package app.recount.desktop.cost;

import app.recount.delivery.BackfillPreview;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.LongWork;
import app.recount.desktop.shell.Saving;
import app.recount.desktop.shell.Workspace;
import app.recount.desktop.widget.Status;
import app.recount.generation.Generation;
import app.recount.generation.GenerationImport.Wish;
import app.recount.generation.GenerationRollup;
import app.recount.generation.ImportReport;
import app.recount.generation.Leftover;
import app.recount.generation.TableMigration.Direction;
import app.recount.generation.TableMigration.Done;
import app.recount.generation.TableMigration.Plan;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.DataDirectory;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the page lets the services do, off the window's thread. */
final class CostWork {

    private record Read(CostReading reading, Optional<Problem> withoutPrices) {}

    private final Desk desk;
    private final CostModel model;
    private final Workspace workspace;
    private final Supplier<Generation> generation;
    private final Saving saving;
    private Optional<BackfillPreview> shown = Optional.empty();

    CostWork(Desk desk, CostModel model, Workspace workspace, Supplier<Generation> generation) {
        this.desk = desk;
        this.model = model;
        this.workspace = workspace;
        this.generation = generation;
        saving = new Saving(desk, "cost.saved");
        workspace.preview().subscribe(this::show);
        // what was gathered changes no event, so that a preview that is read again can be equal to the one before
        workspace.reading().subscribe((before, now) -> {
            if (!now) {
                shown.ifPresent(this::read);
            }
        });
    }

    private void show(Optional<BackfillPreview> preview) {
        shown = preview;
        preview.ifPresentOrElse(this::read, model::clear);
    }

    private void read(BackfillPreview preview) {
        desk.background()
                .task(desk.texts().get("cost.task.read"), progress -> of(preview))
                .onReader()
                .whenDone(read -> ifStillShown(preview, () -> {
                    model.show(read.reading());
                    read.withoutPrices().ifPresent(desk.notices()::show);
                }))
                .whenFailed(problem -> ifStillShown(preview, () -> failed(problem)))
                .whenCancelled(() -> ifStillShown(
                        preview, () -> failed(Problem.of("CANCELLED.reading").advising(Action.tryAgain()))))
                .start();
    }

    /** What was overtaken by another reading is of no interest. */
    private void ifStillShown(BackfillPreview preview, Runnable answer) {
        if (shown.filter(preview::equals).isPresent()) {
            answer.run();
        }
    }

    private void failed(Problem problem) {
        model.failed(problem);
        if (model.reading().get().isPresent()) {
            // without any figures the page itself says it
            desk.notices().show(problem);
        }
    }

    /** Another try, where there is nothing to show. */
    void readAgain() {
        model.clear();
        shown.ifPresent(this::read);
    }

    private Read of(BackfillPreview preview) {
        var directory = preview.request().dataDirectory();
        // what was gathered is of the directory, and another database that is looked at has nothing to do with it
        var leftovers = directory.owns(preview.request().databaseFile())
                ? generation.get().leftovers().list(directory)
                : List.<Leftover>of();
        var activity = preview.activity();
        try {
            var rollup = GenerationRollup.of(
                    activity, leftovers, generation.get().prices().get());
            return new Read(CostReading.of(activity, rollup), Optional.empty());
        } catch (ProblemException e) {
            // prices that cannot be read take away the estimates, not the page
            var rollup = GenerationRollup.of(activity, leftovers);
            return new Read(CostReading.of(activity, rollup), Optional.of(e.problem()));
        }
    }

    DataDirectory directory() {
        return workspace.source().dataDirectory();
    }

    /** Whether the database that is shown is the data directory's own, for which alone is gathered and which alone is changed. */
    boolean isOwn() {
        return workspace.source().database().isEmpty()
                || directory().owns(workspace.source().databaseFile());
    }

    /** Looks what logs and transcripts would bring; keeps nothing. Not answered where something else is shown by then. */
    void foresee(DataDirectory directory, Consumer<ImportReport> then) {
        gather(directory, true, workspace.ifStill(then));
    }

    /** Keeps it for the directory that was asked about, whatever is shown by now. */
    void gather(DataDirectory directory) {
        gather(directory, false, report -> {
            desk.notices()
                    .say(
                            Status.GOOD,
                            "GATHERED",
                            desk.texts()
                                    .get(
                                            "cost.gather.done",
                                            report.turns().changed(),
                                            report.leftovers().changed()));
            workspace.refresh();
        });
    }

    private void gather(DataDirectory directory, boolean dryRun, Consumer<ImportReport> then) {
        var wish = new Wish(directory, Optional.empty(), ZoneId.systemDefault(), dryRun);
        desk.background()
                .task(
                        desk.texts().get("cost.task.gather"),
                        progress -> generation.get().imports().run(wish, progress))
                .onReader()
                .isLong(LongWork.GATHERING)
                .whenDone(then)
                .start();
    }

    /** Looks what would be done with the table; changes nothing. Not answered where something else is shown by then. */
    void plan(DataDirectory directory, Direction direction, Consumer<Plan> then) {
        desk.background()
                .task(
                        desk.texts().get("cost.task.plan"),
                        progress -> generation.get().table().plan(directory, direction))
                .onReader()
                .whenDone(workspace.ifStill(then))
                .start();
    }

    /** Does it with the table of the directory that was asked about, whatever is shown by now. */
    void migrate(DataDirectory directory, Direction direction) {
        desk.background()
                .task(
                        desk.texts().get("cost.task." + direction),
                        progress -> generation.get().table().run(directory, direction))
                .onReader()
                .whenDone(this::migrated)
                .start();
    }

    private void migrated(Done done) {
        desk.notices()
                .say(
                        Status.GOOD,
                        "TABLE",
                        done.backup()
                                .map(file -> desk.texts()
                                        .get(
                                                "cost.table.done." + done.plan().direction(),
                                                desk.paths().of(file)))
                                .orElseGet(() -> desk.texts().say(done.plan().why())));
        workspace.refresh();
    }

    void copyJson() {
        model.selected()
                .get()
                .or(model::whole)
                .ifPresent(period -> desk.clipboard().accept(CostExport.json(period)));
    }

    void save(String name, Supplier<byte[]> content) {
        saving.save(desk.texts().get("cost.task.save"), name, content);
    }
}
