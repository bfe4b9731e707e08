package app.recount.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.Desks;
import app.recount.problem.Action;
import app.recount.store.Progress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the buttons below a problem do. */
class CommandsTest {

    @TempDir
    Path folder;

    private final LinkedBlockingQueue<Runnable> window = new LinkedBlockingQueue<>();

    @AutoClose
    private final Background background = new Background(window::add, problem -> {});

    private Optional<Path> chosen = Optional.empty();
    private int asked;
    private Workspace workspace;
    private Commands commands;

    @BeforeEach
    void start() {
        workspace = IdleWorkspace.in(folder, background);
        var dialogs = AnsweredDialogs.opening(() -> {
            asked++;
            return chosen;
        });
        commands = new Commands(Desks.in(folder, background, new Notices(), dialogs), workspace, new Demo() {
            @Override
            public Source prepare(Progress progress) {
                throw new AssertionError("no demo is wanted here");
            }

            @Override
            public void leave() {
                throw new AssertionError("no demo is left here");
            }
        });
    }

    @Test
    void open_another_asks_for_a_database_and_opens_it() {
        chosen = Optional.of(folder.resolve("other.db"));

        commands.of(Action.openAnother()).orElseThrow().run();

        assertThat(workspace.source().database()).isEqualTo(chosen);
    }

    @Test
    void where_no_database_is_chosen_the_one_that_is_shown_stays() {
        var shown = workspace.state().get();

        commands.of(Action.openAnother()).orElseThrow().run();

        assertThat(asked).isOne();
        assertThat(workspace.state().get()).isSameAs(shown);
    }

    @Test
    void an_action_that_is_a_sentence_does_nothing() {
        assertThat(commands.of(Action.read("useNewer"))).isEmpty();
    }
}
