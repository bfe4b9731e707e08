package app.recount.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.RunTool;
import app.recount.analysis.StartRequest;
import app.recount.analysis.Tracking;
import app.recount.demo.DemoMemory;
import app.recount.store.Environment;
import app.recount.store.JsonFile;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, paths, files and notes of somebody who wants the window to obey them, on every page. */
class HostileTextTest {

    private static final String SESSION = "8c41f0d2-5a01-4c5e-9a55-0f6f3ad0b7e3";

    /** A direction that is turned round, an escape sequence, a bell, a text of no width, markup, a formula, and a tower of accents. */
    private static final String HOSTILE =
            "=cmd|\u202Egnp.exe\u2066\u200B\u001B[31m\u0007<b>`|\u2028" + "e" + "\u0301".repeat(20) + "\u3164end";

    /** Longer than anybody reads. */
    private static final String ENDLESS = HOSTILE + " more".repeat(100_000);

    private static final int LONGEST_SHOWN = 4_200;

    @TempDir
    Path home;

    @Test
    void no_page_obeys_hides_or_piles_up_what_somebody_else_wrote() throws IOException {
        writeMemory();
        writeSession();
        try (var other = new RecountStore(RecountHome.at(home.resolve("recount")));
                var tracking = tracking(other);
                var window = Window.inFreshHome(home).open(1280, 800)) {
            trackRun(tracking);
            for (var page : List.of("Activity", "Review & send", "Analyses", "Sessions", "Cost", "Receipts")) {
                window.page(page);
                window.await(() -> !shown(window).isEmpty());
                window.await(() -> switch (page) {
                    case "Analyses" -> shown(window).stream().anyMatch(text -> text.contains("one=cmd"));
                    case "Sessions" -> shown(window).stream().anyMatch(text -> text.contains("gnp.exe"));
                    default -> true;
                });
                window.picture("hostile-" + page.substring(0, 4).toLowerCase(Locale.ROOT));
                assertThat(shown(window)).as(page).allSatisfy(text -> {
                    assertThat(text).hasSizeLessThan(LONGEST_SHOWN);
                    assertThat(text.codePoints()
                                    .filter(HostileTextTest::isObeyed)
                                    .toArray())
                            .as(text)
                            .isEmpty();
                    assertThat(text).doesNotContain("\u0301".repeat(8), "\u3164");
                });
            }
        }
    }

    private static boolean isObeyed(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> false;
        };
    }

    /** The icons are letters of a private area and do not count. */
    private static List<String> shown(Window window) {
        return FxThread.call(() -> window.lookup("*").stream()
                .flatMap(node -> switch (node) {
                    case Labeled labeled -> Stream.ofNullable(labeled.getText());
                    case Text text -> Stream.ofNullable(text.getText());
                    default -> Stream.empty();
                })
                .filter(text -> !text.isEmpty())
                .toList());
    }

    private void writeMemory() throws IOException {
        var folder = home.resolve(".claude-mem");
        new DemoMemory(Clock.fixed(Window.NOW, ZoneOffset.UTC)).in(folder, DemoMemory.DEFAULT_SEED);
        var marker =
                JsonFile.object().put("version", 1).put("installId", HOSTILE).put("throughDay", ENDLESS);
        write(folder.resolve("backfill.json"), JsonFile.pretty(marker).replace("\\u2028", "\u2028"));
        write(
                folder.resolve("telemetry.json"),
                JsonFile.pretty(JsonFile.object()
                        .put("enabled", true)
                        .put("installId", HOSTILE)
                        .put("decidedAt", HOSTILE)));
    }

    private void writeSession() throws IOException {
        var usage = JsonFile.object().put("input_tokens", 5).put("output_tokens", 7);
        var message = JsonFile.object().put("id", "msg_1").put("model", HOSTILE).put("role", "assistant");
        message.set("usage", usage);
        var line = JsonFile.object()
                .put("type", "assistant")
                .put("timestamp", Window.NOW.toString())
                .put("sessionId", SESSION)
                .put("cwd", "/home/dev/" + HOSTILE)
                .put("uuid", "u");
        line.set("message", message);
        write(home.resolve(".claude/projects/p").resolve(SESSION + ".jsonl"), line + "\n");
    }

    private void trackRun(Tracking tracking) {
        var lifecycle = tracking.analyses().lifecycle();
        var run = lifecycle.start(new StartRequest(
                HOSTILE,
                RunTool.CLAUDE_CODE,
                Optional.of(HOSTILE),
                Optional.of(SESSION),
                Optional.empty(),
                false,
                Optional.of(HOSTILE),
                Optional.of(ENDLESS),
                home,
                List.of()));
        lifecycle.mark(run.id(), "one" + HOSTILE.replaceAll("[\\u001B\\u0007\\u2028]", ""), Optional.of(ENDLESS));
    }

    private Tracking tracking(RecountStore store) {
        return Tracking.with(
                new Environment(Map.of(), home, "linux"),
                RecountHome.at(home.resolve("recount")),
                store,
                Clock.fixed(Window.NOW, ZoneOffset.UTC),
                new Texts());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
