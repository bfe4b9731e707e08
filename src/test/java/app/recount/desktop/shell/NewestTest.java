package app.recount.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class NewestTest {

    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<Integer> received = new ArrayList<>();
    private final Newest<Integer> newest = new Newest<>(
            Duration.ofHours(1),
            (pause, action) -> {
                pauses.add(pause);
                later.add(action);
            },
            received::add);

    @Test
    void values_that_were_overtaken_are_never_seen() {
        newest.accept(1);
        newest.accept(2);
        newest.accept(3);
        later.remove().run();

        assertThat(received).containsExactly(3);
        assertThat(later).isEmpty();
    }

    @Test
    void the_first_value_does_not_wait_and_the_next_waits_for_the_rest_of_the_pause() {
        newest.accept(1);
        later.remove().run();
        newest.accept(2);

        assertThat(pauses.getFirst()).isZero();
        assertThat(pauses.getLast()).isBetween(Duration.ofMinutes(50), Duration.ofHours(1));
    }

    @Test
    void after_the_pause_the_next_value_comes() {
        newest.accept(1);
        later.remove().run();
        newest.accept(2);
        later.remove().run();

        assertThat(received).containsExactly(1, 2);
    }
}
