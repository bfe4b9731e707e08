package app.recount.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.store.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How long the tailer waits. What would go wrong here ends by the time-out: an hour is never waited for. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NextLookTest {

    private static final Duration SHORT = Duration.ofMillis(10);
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    Path folder;

    private FolderWatch watch;
    private NextLook next;

    @BeforeEach
    void watch() {
        begin("linux");
    }

    private void begin(String system) {
        watch = FolderWatch.in(new Environment(Map.of(), folder, system));
        next = new NextLook(watch, SHORT);
    }

    @AfterEach
    void end() {
        watch.close();
    }

    @Test
    void whoever_just_found_something_looks_again_after_a_pause() throws InterruptedException {
        assertThat(next.await(false, Set.of(folder), LONG)).isTrue();
        assertThat(next.await(false, Set.of(folder), LONG)).isTrue();
    }

    @Test
    void a_folder_that_was_not_watched_yet_is_looked_at_once_more() throws InterruptedException {
        assertThat(next.await(true, Set.of(folder), LONG)).isTrue();
        assertThat(next.wasUndisturbed()).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_quiet_folder_is_waited_for_until_the_next_walk() throws InterruptedException {
        next.await(true, Set.of(folder), LONG);

        assertThat(next.await(true, Set.of(folder), SHORT)).isTrue();
        assertThat(next.wasUndisturbed()).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_change_ends_the_wait_and_so_does_one_that_came_before_it() throws Exception {
        next.await(true, Set.of(folder), LONG);
        var waiting = CompletableFuture.supplyAsync(this::awaitLong);
        var log = Files.createFile(folder.resolve("log"));
        assertThat(waiting.get()).isTrue();
        assertThat(next.wasUndisturbed()).isFalse();

        Files.writeString(log, "a line");
        assertThat(awaitLong()).isTrue();
        Files.delete(log);
        assertThat(awaitLong()).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_folder_that_goes_and_comes_again_is_watched_again() throws Exception {
        var inner = Files.createDirectory(folder.resolve("inner"));
        next.await(true, Set.of(inner), LONG);
        Files.delete(inner);
        assertThat(next.await(true, Set.of(inner), LONG)).isTrue();
        assertThat(next.await(true, Set.of(inner), LONG)).as("it is not there").isTrue();

        Files.createDirectory(inner);
        assertThat(next.await(true, Set.of(inner), LONG))
                .as("watched from now on")
                .isTrue();
        Files.createFile(inner.resolve("log"));
        assertThat(next.await(true, Set.of(inner), LONG)).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_folder_that_is_of_no_interest_any_more_wakes_nobody() throws Exception {
        var other = Files.createDirectory(folder.resolve("other"));
        next.await(true, Set.of(folder, other), LONG);
        next.await(true, Set.of(folder), SHORT);

        Files.createFile(other.resolve("log"));
        assertThat(next.await(true, Set.of(folder), SHORT)).isTrue();
        assertThat(next.wasUndisturbed()).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void after_a_change_that_nobody_told_of_it_looks_after_each_pause_until_there_is_news()
            throws IOException, InterruptedException {
        next.await(true, Set.of(folder), LONG);
        next.heardNothing();
        assertThat(awaitLong()).as("does not rely on it").isTrue();

        Files.createFile(folder.resolve("log"));
        while (!next.wasUndisturbed()) {
            next.await(true, Set.of(folder), SHORT);
        }
    }

    @Test
    void where_the_system_tells_nothing_it_looks_after_each_pause() throws InterruptedException {
        watch.close();
        begin("unheard of");

        next.await(true, Set.of(folder), LONG);
        assertThat(next.await(true, Set.of(folder), LONG)).isTrue();
    }

    @Test
    void somebody_else_in_the_program_who_finds_something_ends_the_wait() throws Exception {
        next.await(true, Set.of(folder), LONG);
        var waiting = CompletableFuture.supplyAsync(this::awaitLong);

        watch.wake();

        assertThat(waiting.get()).isTrue();
        assertThat(next.wasUndisturbed()).isFalse();
    }

    @Test
    void closing_ends_the_wait() throws Exception {
        next.await(true, Set.of(folder), LONG);
        var waiting = CompletableFuture.supplyAsync(this::awaitLong);
        watch.close();

        assertThat(waiting.get()).isFalse();
        assertThat(awaitLong()).isFalse();
    }

    private boolean awaitLong() {
        try {
            return next.await(true, Set.of(folder), LONG);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
