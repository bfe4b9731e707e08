package app.recount.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.CompleteRequest;
import app.recount.analysis.RunStatus;
import app.recount.analysis.RunTool;
import app.recount.analysis.StartRequest;
import app.recount.analysis.Tracking;
import app.recount.store.Environment;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A run from its start in the window to its end, while a log grows and another process marks stages, too. */
class AnalysesJourneyTest {

    private static final String SESSION = "8c41f0d2-5a01-4c5e-9a55-0f6f3ad0b7e3";
    private static final String RUN = "ANALYSIS-2026-001";

    private final FxRobot robot = new FxRobot();
    private int calls;
    private String model = "claude-sonnet-4-5";

    @TempDir
    Path home;

    @Test
    void deltas_equal_exactly_what_was_appended_between_the_marks() throws IOException {
        append(5000, 60_000, 340_000, 800);
        try (var store = store();
                var commandLine = tracking(store);
                var window = analyses()) {
            start(window, "epoch-2026-compute");
            window.await(() -> shows(window, RUN));

            append(1, 20, 300, 4000);
            robot.push(KeyCode.CONTROL, KeyCode.M);
            window.await(() -> dialog("#stage-name").isPresent());
            robot.push(KeyCode.ENTER);
            window.await(() -> stages(commandLine).size() == 1);

            append(2, 40, 600, 8000);
            append(1, 1, 1, 1);
            commandLine.analyses().lifecycle().mark(RUN, "check_stage2", Optional.empty());
            window.await(() -> shows(window, "check_stage2") && shows(window, "8,646"));

            append(3, 60, 900, 12_000);
            window.await(() -> shows(window, "25,930"));
            commandLine.analyses().lifecycle().mark(RUN, "check_stage3", Optional.empty());
            append(4, 0, 0, 5);
            complete(window);
            window.await(() -> !run(commandLine).isOpen());
            window.await(() -> shows(window, "adds up")).picture("journey-run-completed");

            assertThat(stages(commandLine))
                    .extracting(each -> each.name())
                    .containsExactly("check_stage1", "check_stage2", "check_stage3");
            assertThat(stages(commandLine)).extracting(each -> each.delta()).containsExactly(4321L, 8646L, 12_963L);
            assertThat(run(commandLine).tokens().check()).isEqualTo(4321L + 8646 + 12_963 + 9);
            assertThat(run(commandLine).tokens().baseline()).isEqualTo(405_800L);
        }
    }

    @Test
    void a_run_that_is_started_elsewhere_appears_and_moves_by_itself() throws IOException {
        append(5, 0, 0, 5);
        try (var store = store();
                var commandLine = tracking(store);
                var window = analyses()) {

            startElsewhere(commandLine);
            window.await(() -> shows(window, RUN));
            append(0, 0, 123_456, 1);

            window.await(() -> shows(window, "123,457"));
            window.await(() -> shows(window, "1 live"));
        }
    }

    @Test
    void a_look_that_fails_is_said_and_the_page_goes_on_by_itself_once_the_store_can_be_read() throws Exception {
        append(5, 0, 0, 5);
        try (var store = store();
                var commandLine = tracking(store);
                var window = analyses()) {

            inStore("ALTER TABLE analysis_changes RENAME TO out_of_reach");
            window.await(() -> !window.lookup(".notices .status-frame").isEmpty());
            inStore("ALTER TABLE out_of_reach RENAME TO analysis_changes");
            startElsewhere(commandLine);

            window.await(() -> shows(window, RUN));
            window.await(() -> window.lookup(".notices .status-frame").isEmpty());
        }
    }

    private void inStore(String statement) throws SQLException {
        try (var store = DriverManager.getConnection(
                        "jdbc:sqlite:" + RecountHome.at(home.resolve("recount")).database());
                var change = store.createStatement()) {
            change.execute("PRAGMA busy_timeout = 10000");
            change.execute(statement);
        }
    }

    @Test
    void a_price_that_was_added_is_seen_when_everything_is_read_again() throws IOException {
        model = "in-no-list";
        append(5, 0, 0, 5);
        try (var store = store();
                var commandLine = tracking(store);
                var window = analyses()) {
            startElsewhere(commandLine);
            append(0, 0, 0, 1_000_000);
            commandLine
                    .analyses()
                    .lifecycle()
                    .complete(new CompleteRequest(RUN, RunStatus.COMPLETED, Optional.empty(), false));
            window.await(() -> shows(window, "no price for in-no-list") && shows(window, "start to end"));
            // once the next run was looked at, nobody still looks at the one that has ended
            startElsewhere(commandLine);
            append(0, 0, 0, 66_666);
            window.await(() -> shows(window, "66,666") && shows(window, "start to end"));

            Files.writeString(RecountHome.at(home.resolve("recount")).prices(), """
                    {"date": "2026-06-01", "models": {"in-no-list": {"input": 3, "cache_read": 0.3, "output": 77}}}
                    """);
            robot.push(KeyCode.CONTROL, KeyCode.R);

            window.await(() -> shows(window, "77.00"));
        }
    }

    @Test
    void the_small_window_closes_when_its_run_is_not_looked_at_any_more() throws IOException {
        append(5, 0, 0, 5);
        try (var store = store();
                var commandLine = tracking(store);
                var window = analyses()) {
            startElsewhere(commandLine);
            window.await(() -> shows(window, RUN)).press("Small window on top");
            window.await(() -> mini().isPresent());

            window.page("Activity").press("Explore with demo data");

            window.await(() -> mini().isEmpty());
        }
    }

    @Test
    void the_small_window_stays_on_top_marks_a_stage_and_is_there_again_where_it_stood() throws IOException {
        append(5, 0, 0, 5);
        try (var store = store();
                var commandLine = tracking(store);
                var window = analyses()) {
            start(window, "pinned");
            window.await(() -> shows(window, RUN)).press("Small window on top");
            window.await(() -> mini().isPresent());
            assertThat(mini().orElseThrow().isAlwaysOnTop()).isTrue();

            append(0, 0, 0, 77);
            press("#mini-mark");
            window.await(() -> dialog("#stage-name").isPresent());
            confirm(window);
            window.await(() -> stages(commandLine).size() == 1);
            assertThat(stages(commandLine).getFirst().delta()).isEqualTo(77);

            FxThread.call(() -> {
                mini().orElseThrow().setX(111);
                mini().orElseThrow().close();
                return window;
            });
            window.await(() -> window.settings().current().layout().mini().isPresent());
            window.press("Small window on top").await(() -> mini().isPresent());
            assertThat(mini().orElseThrow().getX()).isEqualTo(111);
        }
        assertThat(FxThread.call(AnalysesJourneyTest::mini)).isEmpty();
    }

    @Test
    void the_end_of_a_run_is_taken_back_from_the_notice_that_says_it_on_whatever_page() throws IOException {
        append(5, 0, 0, 5);
        try (var store = store();
                var commandLine = tracking(store);
                var window = analyses()) {
            start(window, "ended too early");
            window.await(() -> shows(window, RUN));
            append(0, 0, 0, 7);
            complete(window);
            window.await(() -> shows(window, RUN + " is completed.")).picture("journey-run-ended");

            window.page("Settings");
            pressInNotice(window, "Reopen");
            window.await(() -> dialog("#confirm").isPresent());
            assertThat(run(commandLine).isOpen()).as("asked first").isFalse();
            confirm(window);

            window.await(() -> run(commandLine).isOpen());
            window.await(() -> window.lookup(".status-frame").stream().noneMatch(AnalysesJourneyTest::saysCompleted));
            assertThat(run(commandLine).tokens().baseline()).isEqualTo(10);
        }
    }

    private static void pressInNotice(Window window, String name) {
        var notices = window.one(".notices");
        FxThread.call(() -> {
            notices.lookupAll(".button").stream()
                    .map(Button.class::cast)
                    .filter(button -> name.equals(button.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return name;
        });
    }

    private static boolean saysCompleted(Node frame) {
        return (RUN + " is completed.").equals(frame.getAccessibleText());
    }

    private static Optional<Stage> mini() {
        return javafx.stage.Window.getWindows().stream()
                .filter(each -> each.getScene().getRoot().getStyleClass().contains("mini"))
                .map(Stage.class::cast)
                .findFirst();
    }

    private static void press(String selector) {
        FxThread.call(() -> {
            ((Button) dialog(selector).orElseThrow()).fire();
            return selector;
        });
    }

    /** Starts a run as the command line does. */
    private void startElsewhere(Tracking commandLine) {
        commandLine
                .analyses()
                .lifecycle()
                .start(new StartRequest(
                        "elsewhere",
                        RunTool.CLAUDE_CODE,
                        Optional.empty(),
                        Optional.of(SESSION),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        home,
                        List.of()));
    }

    /** The window on the page of runs. */
    private Window analyses() {
        var window = Window.inFreshHome(home).open(1280, 800);
        return window.page("Analyses").await(() -> shows(window, "What did this run cost?"));
    }

    /** Where the command line is at work beside the window. */
    private RecountStore store() {
        return new RecountStore(RecountHome.at(home.resolve("recount")));
    }

    private Tracking tracking(RecountStore store) {
        return Tracking.with(
                new Environment(Map.of(), home, "linux"),
                RecountHome.at(home.resolve("recount")),
                store,
                Clock.fixed(Window.NOW, ZoneOffset.UTC),
                new Texts());
    }

    private static void start(Window window, String source) {
        window.press("Start…").await(() -> dialog("#source").isPresent());
        FxThread.call(() -> {
            ((TextField) dialog("#source").orElseThrow()).setText(source);
            return source;
        });
        confirm(window);
    }

    private static void complete(Window window) {
        window.press("Complete…").await(() -> dialog("#confirm").isPresent());
        confirm(window);
    }

    private static void confirm(Window window) {
        window.await(() -> dialog("#confirm").filter(node -> !node.isDisabled()).isPresent());
        FxThread.call(() -> {
            ((Button) dialog("#confirm").orElseThrow()).fire();
            return window;
        });
        window.await(() -> dialog("#confirm").isEmpty());
    }

    /** A node of whatever dialog is open. */
    private static Optional<Node> dialog(String selector) {
        return javafx.stage.Window.getWindows().stream()
                .map(each -> each.getScene().getRoot().lookup(selector))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static boolean shows(Window window, String text) {
        return window.lookup("*").stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .anyMatch(text::equals);
    }

    private static AnalysisRun run(Tracking tracking) {
        return tracking.analyses().runs().find(RUN).orElseThrow();
    }

    private static List<app.recount.analysis.Stage> stages(Tracking tracking) {
        return run(tracking).stages();
    }

    /** One more call of the agent, in the log of its session. */
    private void append(long input, long write, long read, long output) throws IOException {
        calls++;
        var line = """
                {"type":"assistant","sessionId":"%s","cwd":"%s","timestamp":"%s","requestId":"req_%d","uuid":"u%d",\
                "message":{"id":"msg_%d","model":"%s","role":"assistant","content":[],\
                "stop_reason":"end_turn","usage":{"input_tokens":%d,"cache_creation_input_tokens":%d,\
                "cache_read_input_tokens":%d,"output_tokens":%d}}}
                """.formatted(SESSION, home, Window.NOW, calls, calls, calls, model, input, write, read, output);
        var log = home.resolve(".claude/projects/-code/%s.jsonl".formatted(SESSION));
        Files.createDirectories(log.getParent());
        Files.writeString(log, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Files.setLastModifiedTime(log, FileTime.from(Window.NOW));
    }
}
