package app.recount.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.DataDirectory;
import app.recount.store.Progress;
import app.recount.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making the demo data takes a while, in which somebody may open something else. */
class ExplorationTest {

    @TempDir
    Path folder;

    private final LinkedBlockingQueue<Runnable> window = new LinkedBlockingQueue<>();

    @AutoClose
    private final Background background = new Background(window::add, problem -> {});

    private boolean left;
    private Source own;
    private Source demo;
    private Workspace workspace;
    private Exploration exploration;

    @BeforeEach
    void start() {
        own = source("own", false);
        demo = source("demo", true);
        workspace = new Workspace(
                (request, progress) -> {
                    throw new ProblemException(Problem.of("DB_EMPTY", folder));
                },
                () -> own,
                background,
                "Reading");
        exploration = new Exploration(new Texts(), background, workspace, new Demo() {
            @Override
            public Source prepare(Progress progress) {
                return demo;
            }

            @Override
            public void leave() {
                left = true;
            }
        });
    }

    @Test
    void demo_data_is_opened_once_it_is_made() throws Exception {
        exploration.start();
        doNext();

        assertThat(workspace.source()).isEqualTo(demo);
        assertThat(left).isFalse();
    }

    @Test
    void what_was_opened_meanwhile_stays_and_the_demo_is_left() throws Exception {
        exploration.start();
        workspace.open(folder.resolve("other.db"));
        var other = workspace.source();
        while (!left) {
            doNext();
        }

        assertThat(workspace.source()).isEqualTo(other);
    }

    private void doNext() throws InterruptedException {
        var next = window.poll(60, TimeUnit.SECONDS);
        assertThat(next).as("something waits for the window").isNotNull();
        next.run();
    }

    private Source source(String name, boolean isDemo) {
        return new Source(
                new DataDirectory(folder.resolve(name), List.of()),
                Optional.empty(),
                Destination.at("https://us.i.posthog.com", Destination.Origin.DEFAULT),
                ApiKey.rehearsal(),
                isDemo);
    }
}
