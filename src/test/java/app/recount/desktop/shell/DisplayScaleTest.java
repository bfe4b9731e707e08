package app.recount.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.store.Environment;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DisplayScaleTest {

    private static final String LINUX = "glass.gtk.uiScale";

    @AfterEach
    void leave_it_to_the_display() {
        System.clearProperty(LINUX);
    }

    @Test
    void what_can_be_chosen_leaves_room_for_the_least_window() {
        assertThat(DisplayScale.choices(1280, 800, Optional.empty())).containsExactly(100, 125, 150);
        assertThat(DisplayScale.choices(3840, 2160, Optional.empty())).containsExactly(100, 125, 150, 175, 200);
        assertThat(DisplayScale.choices(640, 480, Optional.empty())).isEmpty();
    }

    @Test
    void what_is_chosen_can_be_chosen_whatever_it_is() {
        assertThat(DisplayScale.choices(1280, 800, Optional.of(110))).contains(100, 110, 125);
        assertThat(DisplayScale.choices(640, 480, Optional.of(100))).containsExactly(100);
    }

    @Test
    void javafx_is_told_in_its_own_words() {
        DisplayScale.set(on("linux"), Optional.of(150));

        assertThat(System.getProperty(LINUX)).isEqualTo("150%");
    }

    @Test
    void what_somebody_has_set_for_one_start_stays() {
        System.setProperty(LINUX, "3");
        DisplayScale.set(on("linux"), Optional.of(150));

        assertThat(System.getProperty(LINUX)).isEqualTo("3");
    }

    @Test
    void without_a_choice_or_on_a_mac_the_display_says() {
        DisplayScale.set(on("linux"), Optional.empty());
        DisplayScale.set(on("mac os x"), Optional.of(150));

        assertThat(System.getProperty(LINUX)).isNull();
    }

    private static Environment on(String system) {
        return new Environment(Map.of(), Path.of("/home/ada"), system);
    }
}
