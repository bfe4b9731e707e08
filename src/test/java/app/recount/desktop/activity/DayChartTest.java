package app.recount.desktop.activity;

import static app.recount.memory.RollupMetric.OBSERVATION_COUNT;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.Easel;
import app.recount.store.Settings.Theme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.EventType;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What keyboard and mouse do in the chart of days, and what is said of it. */
class DayChartTest {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 220;

    private final ActivityModel model = new ActivityModel(new SimpleObjectProperty<>(Optional.of(Days.from("2026-05-11")
            .day("2026-05-11", Map.of(OBSERVATION_COUNT, 4L))
            .day("2026-05-13", Map.of(OBSERVATION_COUNT, 9L))
            .day("2026-05-14", Map.of(OBSERVATION_COUNT, 17L))
            .preview())));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void shift_extends_the_range_and_its_days_and_their_sum_are_said(Theme theme) {
        var chart = drawn("range", theme, pressed(KeyCode.END), shifted(KeyCode.HOME), shifted(KeyCode.RIGHT));

        assertThat(model.days.get())
                .contains(new DayRange(LocalDate.parse("2026-05-12"), LocalDate.parse("2026-05-14")));
        assertThat(chart.getAccessibleText()).contains("Selected: 12 May – 14 May 2026 · 26");
        assertThat(chart.getAccessibleHelp()).contains("With Shift");
    }

    @Test
    void shift_and_an_arrow_extend_by_a_day() {
        drawn(
                "extended",
                Theme.LIGHT,
                pressed(KeyCode.HOME),
                shifted(KeyCode.RIGHT),
                shifted(KeyCode.RIGHT),
                shifted(KeyCode.LEFT));

        assertThat(model.days.get())
                .contains(new DayRange(LocalDate.parse("2026-05-11"), LocalDate.parse("2026-05-12")));
    }

    @Test
    void shift_and_an_arrow_move_the_end_that_was_dragged_last() {
        drawn(
                "dragged",
                Theme.LIGHT,
                mouse(MouseEvent.MOUSE_PRESSED, WIDTH - 1),
                mouse(MouseEvent.MOUSE_DRAGGED, WIDTH / 2.0),
                shifted(KeyCode.LEFT));

        assertThat(model.days.get())
                .contains(new DayRange(LocalDate.parse("2026-05-11"), LocalDate.parse("2026-05-14")));
    }

    @Test
    void escape_lets_go_of_the_days() {
        drawn("nothing", Theme.LIGHT, pressed(KeyCode.HOME), shifted(KeyCode.END), pressed(KeyCode.ESCAPE));

        assertThat(model.days.get()).isEmpty();
    }

    private DayChart drawn(String name, Theme theme, InputEvent... inputs) {
        model.metric.set(OBSERVATION_COUNT);
        var chart = new AtomicReference<DayChart>();
        new Easel(folder).draw("activity-chart-" + name, theme, WIDTH, HEIGHT, desk -> {
            chart.set(new DayChart(model, desk.texts(), new MetricNames(desk.texts())));
            chart.get().resize(WIDTH, HEIGHT);
            chart.get().layout(); // so that there are bars to be pressed
            for (var input : inputs) {
                chart.get().fireEvent(input);
            }
            return chart.get();
        });
        return chart.get();
    }

    private static MouseEvent mouse(EventType<MouseEvent> what, double x) {
        return new MouseEvent(
                what,
                x,
                100,
                x,
                100,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null);
    }

    private static KeyEvent pressed(KeyCode code) {
        return key(code, false);
    }

    private static KeyEvent shifted(KeyCode code) {
        return key(code, true);
    }

    private static KeyEvent key(KeyCode code, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false);
    }
}
