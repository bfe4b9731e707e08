package app.recount.session;

import static app.recount.session.Desk.FIRST;
import static app.recount.session.Desk.append;
import static app.recount.session.Desk.appendRaw;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two of everything, as the window and a command are two processes. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TwoIndexesTest {

    private static final SessionKey KEY = new SessionKey("paper", FIRST);

    @TempDir
    Path home;

    @Test
    void two_that_read_everything_at_once_count_it_once() throws Exception {
        try (var one = new Desk(home);
                var other = new Desk(home);
                var threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 60; i++) {
                var id = "%08d-0000-4000-8000-000000000000".formatted(i);
                append(one.paper(id), "call a 10 5 -", "call b 10 5 -");
                append(
                        one.claude(id),
                        Desk.answer(id, "shared", "2026-06-01T10:00:00Z", 5),
                        Desk.answer(id, "m" + i, "2026-06-01T10:01:00Z", 5));
            }
            var first = threads.submit(one::refresh);
            var second = threads.submit(other::refresh);
            first.get();
            second.get();

            assertThat(one.refresh()).isEqualTo(other.refresh()).hasSize(120);
            assertThat(one.index.known().stream()
                            .filter(session -> session.key().tool().equals("paper")))
                    .allMatch(session -> session.tokensSoFar().orElseThrow() == 30);
            assertThat(one.index.known().stream()
                            .filter(session -> session.key().tool().equals("claude"))
                            .mapToLong(session -> session.tokensSoFar().orElseThrow())
                            .sum())
                    .as("the shared call has one owner")
                    .isEqualTo(61 * 15);
        }
    }

    @Test
    void logs_that_one_is_still_putting_down_are_not_settled_by_another_that_does_not_read_them() {
        var others = home.resolve("others");
        try (var reading = new Desk(home, Map.of("CLAUDE_CONFIG_DIR", others.toString()));
                var other = new Desk(home)) {
            // the longest are read first, as many as are put down at once: copies come before what they were copied
            // from
            for (int i = 0; i < 64; i++) {
                var parent = id(1, i);
                var fork = id(2, i);
                append(log(others, parent), answer(parent, "a" + i), answer(parent, "b" + i));
                append(
                        log(others, fork),
                        answer(fork, "a" + i),
                        answer(fork, "b" + i),
                        answer(fork, "c" + i),
                        "{\"type\":\"user\",\"text\":\"%s\"}".formatted("x".repeat(80_000)));
            }
            var seen = new ArrayList<Integer>();
            reading.index.whenChanged(() -> {
                if (seen.isEmpty()) {
                    seen.add(reading.index.known().size());
                    append(other.claude(FIRST), answer(FIRST, "own"));
                    other.refresh();
                    other.index.look(new SessionKey("claude", id(2, 0)));
                }
            });
            reading.refresh();

            assertThat(seen).as("others came between").containsExactly(0);
            for (int i = 0; i < 64; i++) {
                assertThat(reading.calls("claude", id(1, i))).as("parent %d", i).isEqualTo(2);
                assertThat(reading.calls("claude", id(2, i))).as("copy %d", i).isEqualTo(1);
            }
            assertThat(other.calls("claude", FIRST)).isEqualTo(1);
            assertThat(other.refresh()).isEqualTo(reading.index.known());
        }
    }

    @Test
    void a_session_is_worked_out_only_when_it_is_settled_whose_its_calls_are() throws Exception {
        var others = home.resolve("others");
        var parent = id(1, 0);
        var fork = id(2, 0);
        var forked = new SessionKey("claude", fork);
        try (var reading = new Desk(home, Map.of("CLAUDE_CONFIG_DIR", others.toString()));
                var other = new Desk(home);
                var threads = Executors.newFixedThreadPool(1)) {
            append(log(others, parent), answer(parent, "a"), answer(parent, "b"));
            reading.refresh();
            append(log(others, fork), answer(fork, "a"), answer(fork, "b"), answer(fork, "c"));
            append(other.claude(FIRST), answer(FIRST, "own"));

            var isPutDown = new CountDownLatch(1);
            var goesOn = new CountDownLatch(1);
            reading.index.whenChanged(() -> {
                isPutDown.countDown();
                awaitQuietly(goesOn);
            });
            // the other one has put down and settled what it found: one transaction, and one for each tool
            var changes = new AtomicInteger();
            var result = new ArrayList<Future<List<AgentSession>>>();
            other.index.whenChanged(() -> {
                if (changes.incrementAndGet() == 1 + other.tools.size()) {
                    result.add(threads.submit(reading::refresh));
                    awaitQuietly(isPutDown);
                    assertThat(other.index.calls(forked))
                            .as("as long as nobody knows")
                            .hasSize(3);
                }
            });
            other.refresh();
            goesOn.countDown();
            result.getFirst().get();

            assertThat(reading.calls("claude", fork)).isEqualTo(1);
            assertThat(other.calls("claude", fork)).isEqualTo(1);
            append(log(others, fork), answer(fork, "d"));
            assertThat(other.index.lookNearby(forked).orElseThrow().tokensSoFar())
                    .contains(2 * 15L);
            assertThat(other.index.calls(forked)).hasSize(2);
        }
    }

    private static String id(int kind, int number) {
        return "%08d-%04d-4000-8000-000000000000".formatted(number, kind);
    }

    private static Path log(Path folder, String session) {
        return folder.resolve("projects/-home-dev-x/" + session + ".jsonl");
    }

    private static String answer(String session, String message) {
        return Desk.answer(session, message, "2026-06-01T10:00:00Z", 5);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoever_looks_after_a_line_was_written_sees_it_while_another_looks_all_the_time() throws Exception {
        try (var window = new Desk(home);
                var command = new Desk(home);
                var threads = Executors.newFixedThreadPool(1)) {
            append(window.paper(FIRST), "folder /home/dev/x");
            window.refresh();
            var done = new AtomicBoolean();
            Callable<Boolean> looking = () -> {
                while (!done.get()) {
                    window.index.look(KEY);
                }
                return true;
            };
            var running = threads.submit(looking);
            for (int i = 1; i <= 50; i++) {
                appendRaw(window.paper(FIRST), "call c%d 1".formatted(i));
                appendRaw(window.paper(FIRST), "0 5 2026-06-01T10:00:00Z\n");
                assertThat(command.index.look(KEY).orElseThrow().tokensSoFar()).contains(15L * i);
            }
            done.set(true);
            assertThat(running.get()).isTrue();
            assertThat(window.index.look(KEY)).isEqualTo(command.index.look(KEY));
            assertThat(window.index.calls(KEY)).hasSize(50);
        }
    }
}
