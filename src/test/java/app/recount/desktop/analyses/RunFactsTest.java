package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.RunTool;
import app.recount.analysis.StartRequest;
import app.recount.desktop.widget.PathNames;
import app.recount.session.SessionChoice.Rule;
import app.recount.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFactsTest {

    private static final String SESSION = "8c41f0d2-5a01-4c5e-9a55-0f6f3ad0b7e3";

    @TempDir
    Path folder;

    private Fact fact(RunsWorld world, String run, String name) {
        return RunFacts.of(world.observe(run), new Texts(), new PathNames(world.home())).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_session_that_the_window_found_tells_the_rule_and_one_that_was_named_tells_that() {
        try (var world = new RunsWorld(folder)) {
            world.call(SESSION, "tides", 1, 2, 3, 4);
            var named = world.start("a", Optional.of(SESSION));
            var found = world.tracking
                    .analyses()
                    .lifecycle()
                    .start(new StartRequest(
                            "b",
                            RunTool.CLAUDE_CODE,
                            Optional.empty(),
                            Optional.of(SESSION),
                            Optional.empty(),
                            false,
                            Optional.of(Rule.ONLY_ACTIVE),
                            Optional.empty(),
                            Optional.empty(),
                            world.home(),
                            List.of()));

            assertThat(fact(world, named.id(), "Chosen by").value()).isEqualTo("you, by its id");
            assertThat(fact(world, found.id(), "Chosen by").value()).isEqualTo("only active session");
        }
    }

    @Test
    void what_is_shortened_is_whole_when_it_is_copied() {
        try (var world = new RunsWorld(folder)) {
            world.call(SESSION, "tides", 1, 2, 3, 4);
            var run = world.start("a", Optional.of(SESSION));

            var tool = fact(world, run.id(), "Tool, model");
            assertThat(tool.value()).isEqualTo("claude-code, claude-sonnet-4-5");
            assertThat(tool.whole()).contains(RunsWorld.SONNET);
            var place = fact(world, run.id(), "Folder");
            assertThat(place.value()).startsWith("~");
            assertThat(place.whole()).contains(world.home().resolve("work").toString());
        }
    }
}
