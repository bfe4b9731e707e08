package app.recount.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Await;
import app.recount.analysis.Tracking;
import app.recount.demo.DemoLogs;
import app.recount.problem.Problem;
import app.recount.store.Environment;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSessionsTest {

    @TempDir
    Path folder;

    private final ExecutorService window = Executors.newSingleThreadExecutor();
    private final LinkedBlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
    private final Background background = new Background(window, problems::add);

    @AfterEach
    void close() {
        background.close();
        window.shutdownNow();
        assertThat(problems).isEmpty();
    }

    @Test
    void a_first_look_that_was_cancelled_says_so_and_can_be_begun_anew() throws Exception {
        var home = RecountHome.at(folder.resolve("recount"));
        try (var store = new RecountStore(home);
                var tracking = tracking(home, store)) {
            var feed = begunAndCancelledWhileTheStoreIsBusy(home, tracking);

            await(() -> feed.problem().get().isPresent());
            assertThat(onWindow(() -> feed.problem().get().orElseThrow().code()))
                    .isEqualTo("CANCELLED");
            assertThat(onWindow(() -> feed.sessions().get())).isEmpty();
            assertThat(onWindow(() -> feed.firstLook().get())).isEmpty();

            onWindow(() -> {
                feed.refresh();
                return feed;
            });
            await(() -> feed.sessions().get().filter(found -> found.size() > 20).isPresent());
            assertThat(onWindow(() -> feed.problem().get())).isEmpty();
            onWindow(() -> {
                feed.close();
                return feed;
            });
        }
    }

    /** Of logs at which nobody has looked yet. */
    private Tracking tracking(RecountHome home, RecountStore store) {
        var logs = folder.resolve("home");
        new DemoLogs(Clock.systemUTC()).in(logs, 7);
        var tracking =
                Tracking.with(new Environment(Map.of(), logs, "linux"), home, store, Clock.systemUTC(), new Texts());
        assertThat(tracking.sessions().known()).isEmpty();
        return tracking;
    }

    @Test
    void a_refresh_during_the_first_look_leaves_it_alone() throws Exception {
        var home = RecountHome.at(folder.resolve("recount"));
        try (var store = new RecountStore(home);
                var tracking = tracking(home, store)) {
            var feed = onWindow(() ->
                    new LiveSessions(IdleWorkspace.in(folder, background), tracking, tracking, background, "Looking"));

            var looks = onWindow(() -> {
                feed.begin();
                var first = feed.firstLook().get();
                feed.refresh();
                return List.of(first, feed.firstLook().get());
            });

            assertThat(looks.getLast()).isEqualTo(looks.getFirst());
            assertThat(looks.getFirst().orElseThrow().isCancelled()).isFalse();
            await(() -> feed.sessions().get().filter(found -> found.size() > 20).isPresent());
            assertThat(onWindow(() -> feed.problem().get())).isEmpty();
            onWindow(() -> {
                feed.close();
                return feed;
            });
        }
    }

    /** Another process that writes keeps the look waiting, so that it is certainly cancelled before its end. */
    private LiveSessions begunAndCancelledWhileTheStoreIsBusy(RecountHome home, Tracking tracking) throws Exception {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + home.database());
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            var feed = onWindow(() ->
                    new LiveSessions(IdleWorkspace.in(folder, background), tracking, tracking, background, "Looking"));
            onWindow(() -> {
                feed.begin();
                feed.firstLook().get().orElseThrow().cancel();
                return feed;
            });
            statement.execute("ROLLBACK");
            return feed;
        }
    }

    private void await(Callable<Boolean> condition) {
        Await.until(() -> onWindow(condition));
    }

    private <T> T onWindow(Callable<T> work) throws Exception {
        return window.submit(work).get(20, TimeUnit.SECONDS);
    }
}
