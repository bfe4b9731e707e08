package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.RunStatus;
import app.recount.analysis.RunTool;
import app.recount.analysis.UsageBackfill.Plan;
import app.recount.desktop.Desks;
import app.recount.desktop.FxThread;
import app.recount.desktop.analyses.SessionPick.Found;
import app.recount.desktop.shell.Background;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Notice;
import app.recount.desktop.shell.Notices;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dialogs that ask before something is done with runs, over real logs and a real store. */
class FormsTest {

    private static final Texts TEXTS = new Texts();

    @TempDir
    Path folder;

    private final Notices notices = new Notices();
    private final Background background = new Background(Platform::runLater, notices::show);
    private RunsWorld world;
    private Desk desk;
    private Stage owner;

    @BeforeEach
    void open() {
        FxThread.start();
        world = new RunsWorld(folder);
        desk = Desks.in(folder, background, notices);
        owner = FxThread.call(() -> {
            var stage = new Stage();
            stage.setScene(new Scene(new Pane()));
            stage.show();
            return stage;
        });
    }

    @AfterEach
    void close() {
        FxThread.call(() -> {
            List.copyOf(javafx.stage.Window.getWindows()).forEach(javafx.stage.Window::hide);
            background.close();
            return owner;
        });
        world.close();
    }

    @Test
    void a_step_that_fails_after_its_dialog_was_closed_is_told_of_by_a_notice() {
        var run = world.call(Runs.SESSION, "epoch", 1, 2, 3, 4).start("a", Optional.of(Runs.SESSION));
        world.end(run, RunStatus.CANCELED);
        FxThread.call(() -> {
            var dialog = show(new MarkForm(TEXTS, new MarkModel(run), steps()));
            confirm(dialog).fire();
            dialog.hide();
            return dialog;
        });

        FxThread.await(() -> !notices.standing().isEmpty());
        assertThat(FxThread.call(
                        () -> notices.standing().stream().map(Notice::code).toList()))
                .containsExactly(Optional.of("RUN_NOT_OPEN"));
    }

    @Test
    void a_step_that_fails_while_its_dialog_stands_is_told_of_there_alone() {
        var run = world.call(Runs.SESSION, "epoch", 1, 2, 3, 4).start("a", Optional.of(Runs.SESSION));
        world.end(run, RunStatus.CANCELED);
        var dialog = FxThread.call(() -> {
            var shown = show(new MarkForm(TEXTS, new MarkModel(run), steps()));
            confirm(shown).fire();
            return shown;
        });

        FxThread.await(() -> !confirm(dialog).isDisabled());
        assertThat(FxThread.call(() -> confirm(dialog).getAccessibleHelp())).contains(run.id());
        assertThat(FxThread.call(() -> List.copyOf(notices.standing()))).isEmpty();
    }

    @Test
    void another_tool_that_is_chosen_while_the_first_is_searched_is_searched_too() {
        world.call(Runs.SESSION, "epoch", 1, 2, 3, 4);
        var model = FxThread.call(this::startModel);
        FxThread.call(() -> {
            var form = start(model);
            model.tool().set(RunTool.CODEX);
            return form;
        });

        FxThread.await(() -> model.found().get() instanceof Found.None);
        FxThread.call(() -> {
            model.tool().set(RunTool.CLAUDE_CODE);
            return model;
        });
        FxThread.await(() -> model.found().get() instanceof Found.One);
        assertThat(FxThread.call(model::request).sessionId()).contains(Runs.SESSION);
    }

    @Test
    void the_start_waits_until_a_typed_id_was_looked_for_and_a_wrong_one_starts_nothing() {
        world.call(Runs.SESSION, "epoch", 1, 2, 3, 4);
        var model = FxThread.call(this::startModel);
        var dialog = FxThread.call(() -> show(start(model)));
        FxThread.await(() -> !confirm(dialog).isDisabled());
        var field = FxThread.call(() -> (TextField) find(dialog, "#reference"));

        type(field, "8c41f0d2-0000-4c5e-9a55-0f6f3ad0b7e3");
        assertThat(FxThread.call(() -> confirm(dialog).isDisabled())).isTrue();
        enter(field);
        FxThread.await(() -> model.found().get() instanceof Found.Wrong);
        assertThat(FxThread.call(() -> confirm(dialog).isDisabled())).isTrue();

        type(field, Runs.SESSION);
        enter(field);
        FxThread.await(() -> !confirm(dialog).isDisabled());
        assertThat(FxThread.call(model::request).sessionId()).contains(Runs.SESSION);
    }

    @Test
    void every_field_of_the_start_is_named_by_what_it_asks_for() {
        var names =
                FxThread.call(() -> find(show(start(startModel())), ".form-fields").lookupAll(".text-field").stream()
                        .filter(node -> !(node.getParent() instanceof ComboBox))
                        .map(Node::getAccessibleText)
                        .toList());

        assertThat(names)
                .containsExactlyInAnyOrder(
                        TEXTS.get("analyses.form.source"),
                        TEXTS.get("analyses.form.title.prompt"),
                        TEXTS.get("analyses.form.folder"),
                        TEXTS.get("analyses.form.reference"),
                        TEXTS.get("analyses.form.notes"));
    }

    @Test
    void a_backfill_says_why_nothing_is_worked_out_until_something_is() {
        var said = FxThread.call(() -> {
            var model = new BackfillModel();
            var form =
                    new BackfillForm(desk, model, new BackfillWork(desk, world.tracking.analyses(), () -> {}, model));
            var hint = form.hint();
            Supplier<String> both = () -> placeholder(form) + " / " + hint.getValue();
            model.from().set("2026-05");
            var noDay = both.get();
            model.from().set("");
            var working = both.get();
            model.failed(Problem.of("CANCELLED"));
            var failed = both.get();
            model.planned(new Plan(List.of(), 0));
            return List.of(noDay, working, failed, both.get());
        });

        var noDay = TEXTS.get("analyses.backfill.no-day");
        var working = TEXTS.get("analyses.backfill.planning");
        assertThat(said)
                .containsExactly(
                        noDay + " / " + noDay,
                        working + " / " + working,
                        TEXTS.get("analyses.backfill.failed") + " / "
                                + TEXTS.say(Problem.of("CANCELLED").sentences()),
                        TEXTS.get("analyses.backfill.nothing") + " / " + TEXTS.get("analyses.backfill.chosen", 0, 0));
    }

    private static String placeholder(BackfillForm form) {
        var table = (TableView<?>) form.firstFocus();
        return ((Label) table.getPlaceholder()).getText();
    }

    private StartModel startModel() {
        var model = new StartModel(world.stock(), folder);
        model.source().set("a");
        return model;
    }

    private StartForm start(StartModel model) {
        return new StartForm(desk, model, new StartWork(desk, world.tracking, model), steps(), world.clock.instant());
    }

    private RunSteps steps() {
        return new RunSteps(desk, world.tracking::analyses, run -> {}, new EndNotice(desk, run -> {}));
    }

    private Stage show(Form form) {
        return new FormStage(TEXTS, notices::show).show(owner, form, "Title", "Do it", 700);
    }

    private static Button confirm(Stage dialog) {
        return (Button) find(dialog, "#confirm");
    }

    private static Node find(Stage dialog, String selector) {
        return dialog.getScene().getRoot().lookup(selector);
    }

    private static void type(TextField field, String text) {
        FxThread.call(() -> {
            field.setText(text);
            return field;
        });
    }

    private static void enter(TextField field) {
        FxThread.call(() -> {
            field.fireEvent(new ActionEvent(field, field));
            return field;
        });
    }
}
