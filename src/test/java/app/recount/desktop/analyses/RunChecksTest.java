package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.Analyses;
import app.recount.analysis.RunFinding;
import app.recount.desktop.shell.Background;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check of many runs takes a while, in which runs change or others are looked at. */
class RunChecksTest {

    @TempDir
    Path folder;

    private final LinkedBlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicBoolean isAsked = new AtomicBoolean();

    @AutoClose
    private final Background background = new Background(window::add, problem -> {});

    @AutoClose
    private RunsWorld own;

    @AutoClose
    private RunsWorld demo;

    private RunsWorld shown;
    private List<RunFinding> found = List.of();
    private RunChecks checks;

    @BeforeEach
    void start() {
        own = new RunsWorld(folder.resolve("own"));
        demo = new RunsWorld(folder.resolve("demo"));
        shown = own;
        checks = new RunChecks(
                background, "Checking", () -> shown.tracking.analyses(), this::hesitate, now -> found = now);
    }

    @AfterEach
    void letGo() {
        goOn.countDown();
    }

    @Test
    void a_run_that_changes_while_all_are_checked_is_checked_afterwards() throws Exception {
        checkBegins();

        own.start("no-such-source", Optional.empty());
        checks.soon();
        goOn.countDown();

        doUntilFound(own);
    }

    @Test
    void runs_that_are_looked_at_while_others_are_checked_are_checked_afterwards() throws Exception {
        own.start("no-such-source", Optional.empty());
        demo.start("nor-this-one", Optional.empty());
        demo.start("nor-that-one", Optional.empty());
        checkBegins();

        shown = demo;
        checks.soon();
        goOn.countDown();

        doUntilFound(demo);
    }

    private void checkBegins() throws InterruptedException {
        checks.soon();
        doNext();
        reached.await();
    }

    /** The first check has seen everything and does not come to its end. */
    private List<RunFinding> hesitate(Analyses analyses) {
        var seen = analyses.rules().check();
        if (isAsked.compareAndSet(false, true)) {
            reached.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return seen;
    }

    private void doUntilFound(RunsWorld world) throws InterruptedException {
        var wanted = world.tracking.analyses().rules().check();
        assertThat(wanted).isNotEmpty();
        while (!found.equals(wanted)) {
            doNext();
            assertThat(found).isIn(List.of(), wanted);
        }
    }

    private void doNext() throws InterruptedException {
        var next = window.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("something waits for the window").isNotNull();
        next.run();
    }
}
