package app.recount.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.store.Settings;
import app.recount.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnnouncerTest {

    private final List<String> told = new ArrayList<>();
    private Settings settings = Settings.defaults();
    private boolean looked;

    private final Announcer announcer = new Announcer(new Texts(), () -> settings, () -> looked, told::add);

    private static LongWork.End sending(Duration took, boolean well) {
        return new LongWork.End(LongWork.SENDING, took, well);
    }

    @Test
    void long_work_that_ended_while_nobody_looked_is_told() {
        announcer.ended(sending(Announcer.LONG, true));

        assertThat(told).containsExactly("Sending has ended. The window says how.");
    }

    @Test
    void a_failure_is_told_as_one() {
        announcer.ended(sending(Announcer.LONG, false));

        assertThat(told).containsExactly("Sending failed. The window says why.");
    }

    @Test
    void whoever_looks_at_a_window_is_told_nothing() {
        looked = true;

        announcer.ended(sending(Announcer.LONG, true));

        assertThat(told).isEmpty();
    }

    @Test
    void short_work_is_not_told() {
        announcer.ended(sending(Announcer.LONG.minusMillis(1), true));

        assertThat(told).isEmpty();
    }

    @Test
    void nothing_is_told_once_it_is_switched_off() {
        settings = settings.withNotifications(false);

        announcer.ended(sending(Announcer.LONG, true));

        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_work_has_its_sentence(LongWork work) {
        announcer.ended(new LongWork.End(work, Announcer.LONG, true));

        assertThat(told).singleElement().asString().matches("[A-Z][a-z ]+ has ended\\. The window says how\\.");
    }
}
