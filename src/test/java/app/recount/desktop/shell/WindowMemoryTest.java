package app.recount.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.store.WindowLayout.WindowPlace;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowMemoryTest {

    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1920, 1080);
    private static final Rectangle2D RIGHT = new Rectangle2D(1920, 0, 1920, 1080);

    @Test
    void a_place_on_an_existing_screen_is_taken_up() {
        var place = new WindowPlace(100, 50, 1280, 800, true);

        assertThat(WindowMemory.valid(place, List.of(SCREEN))).contains(place);
    }

    @Test
    void a_place_on_a_screen_that_is_gone_is_forgotten() {
        var place = new WindowPlace(2500, 50, 1280, 800, false);

        assertThat(WindowMemory.valid(place, List.of(SCREEN, RIGHT))).contains(place);
        assertThat(WindowMemory.valid(place, List.of(SCREEN))).isEmpty();
    }

    @Test
    void a_window_whose_title_could_not_be_taken_hold_of_is_forgotten() {
        assertThat(WindowMemory.valid(new WindowPlace(1900, 50, 1280, 800, false), List.of(SCREEN)))
                .isEmpty();
        assertThat(WindowMemory.valid(new WindowPlace(100, 1060, 1280, 800, false), List.of(SCREEN)))
                .isEmpty();
        assertThat(WindowMemory.valid(new WindowPlace(100, -400, 1280, 800, false), List.of(SCREEN)))
                .isEmpty();
    }

    @Test
    void a_window_larger_than_its_screen_is_cut_to_it() {
        assertThat(WindowMemory.valid(new WindowPlace(100, 90, 5000, 3000, false), List.of(SCREEN)))
                .contains(new WindowPlace(0, 0, 1920, 1080, false));
        assertThat(WindowMemory.valid(new WindowPlace(0, 0, 200, 100, false), List.of(SCREEN)))
                .contains(new WindowPlace(0, 0, WindowMemory.LEAST_WIDTH, WindowMemory.LEAST_HEIGHT, false));
    }
}
