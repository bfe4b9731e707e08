package app.recount.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.Timer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestingTimerTest {

    private static final int PERIOD = 16;

    private final List<String> done = new ArrayList<>();
    private final Timer deaf = new DeafTimer(done);
    private final RestingTimer resting = new RestingTimer(deaf);

    @BeforeEach
    void begin() {
        FxThread.start(); // a timer asks the toolkit which periods there are
        deaf.start(PERIOD);
        resting.start(PERIOD);
        assertThat(done).as("what runs goes on").containsExactly("start 16");
        done.clear();
    }

    @Test
    void pausing_stops_a_timer_that_cannot_pause_and_going_on_starts_it_as_it_was() {
        pauseOnTheWindowsThread();
        assertThat(deaf.isRunning()).isFalse();
        resting.resume();

        assertThat(done).containsExactly("stop", "start 16");
    }

    @Test
    void it_may_be_told_again_and_again() {
        resting.resume();
        pauseOnTheWindowsThread();
        pauseOnTheWindowsThread();
        resting.resume();
        resting.resume();

        assertThat(done).containsExactly("stop", "start 16");
    }

    @Test
    void a_thread_that_paints_leaves_it_to_the_next_tick() {
        resting.pause();

        assertThat(deaf.isRunning()).isTrue();
        assertThat(done).isEmpty();
    }

    @Test
    void stopping_is_for_good() {
        resting.stop();
        resting.resume();

        assertThat(done).containsExactly("stop");
    }

    private void pauseOnTheWindowsThread() {
        FxThread.call(() -> {
            resting.pause();
            return done;
        });
    }

    /** As the one for GTK: starts and stops, and does not listen when it is to pause. */
    private static final class DeafTimer extends Timer {

        private final List<String> done;

        DeafTimer(List<String> done) {
            super(() -> {});
            this.done = done;
        }

        @Override
        protected long _start(Runnable runnable) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected long _start(Runnable runnable, int period) {
            done.add("start " + period);
            return 1;
        }

        @Override
        protected void _stop(long started) {
            done.add("stop");
        }

        @Override
        protected void _pause(long started) {}

        @Override
        protected void _resume(long started) {}
    }
}
