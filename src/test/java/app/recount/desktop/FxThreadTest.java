package app.recount.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FxThreadTest {

    @BeforeEach
    void start() {
        FxThread.start();
    }

    @Test
    void waiting_on_the_toolkits_thread_leaves_it_to_what_is_waited_for() {
        var looks = new AtomicInteger();
        FxThread.await(() -> {
            FxThread.await(() -> looks.incrementAndGet() > 3);
            return true;
        });
        assertThat(looks).hasValue(4);
    }

    @Test
    void what_is_not_there_for_work_on_the_toolkits_thread_is_told_at_once() {
        assertThatThrownBy(() -> FxThread.call(() -> {
                    FxThread.await(() -> false);
                    return true;
                }))
                .hasCauseInstanceOf(NoSuchElementException.class);
        assertThat(FxThread.call(Platform::isFxApplicationThread)).isTrue();
    }
}
