package app.recount.session;

import static app.recount.session.Desk.FIRST;
import static app.recount.session.Desk.append;
import static app.recount.session.Desk.appendRaw;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
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
