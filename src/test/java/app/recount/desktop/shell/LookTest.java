package app.recount.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.FxThread;
import app.recount.store.Settings.Theme;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LookTest {

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    /** A dialog that was closed is not kept by the window that it belonged to. */
    @Test
    void a_scene_follows_the_one_that_it_came_from_as_long_as_it_is_shown() {
        FxThread.call(() -> {
            var theme = new SimpleObjectProperty<>(Theme.DARK);
            var owner = new Scene(new Pane());
            new Look(theme).dress(owner);
            var dialog = new Scene(new Pane());
            Look.follow(dialog, owner);
            var stage = new Stage();
            stage.setScene(dialog);

            stage.show();
            assertThat(dialog.getPreferences().getColorScheme()).isEqualTo(ColorScheme.DARK);
            theme.set(Theme.LIGHT);
            assertThat(dialog.getPreferences().getColorScheme()).isEqualTo(ColorScheme.LIGHT);
            stage.hide();
            theme.set(Theme.DARK);
            assertThat(dialog.getPreferences().getColorScheme()).isEqualTo(ColorScheme.LIGHT);
            stage.show();
            assertThat(dialog.getPreferences().getColorScheme()).isEqualTo(ColorScheme.DARK);
            stage.close();
            return stage;
        });
    }
}
