package app.recount.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final Duration SELDOM = Duration.ofSeconds(5);

    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private boolean seen;
    private int done;

    @Test
    void it_is_often_while_it_is_seen_and_seldom_otherwise() {
        var rhythm = rhythm(() -> done++);
        rhythm.now();
        seen = true;
        later.remove().run();
        seen = false;
        later.remove().run();

        assertThat(done).isEqualTo(3);
        assertThat(pauses).containsExactly(SELDOM, OFTEN, SELDOM);
    }

    @Test
    void whoever_comes_to_see_it_does_not_wait_for_the_long_pause_and_starts_no_second_one() {
        var rhythm = rhythm(() -> done++);
        rhythm.now();
        seen = true;
        rhythm.now();
        assertThat(done).isEqualTo(2);
        assertThat(pauses.getLast()).isEqualTo(OFTEN);

        var beforeLong = later.remove();
        beforeLong.run();
        assertThat(done).as("what was to come after the long pause").isEqualTo(2);
        later.remove().run();
        assertThat(done).isEqualTo(3);
        assertThat(later).hasSize(1);
    }

    @Test
    void a_fault_does_not_end_it() {
        var rhythm = rhythm(() -> {
            throw new IllegalStateException("once");
        });

        assertThatThrownBy(rhythm::now).isInstanceOf(IllegalStateException.class);
        assertThat(later).hasSize(1);
    }

    private Rhythm rhythm(Runnable action) {
        return new Rhythm(
                (pause, next) -> {
                    pauses.add(pause);
                    later.add(next);
                },
                OFTEN,
                SELDOM,
                () -> seen,
                action);
    }
}
