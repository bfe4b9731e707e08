package app.recount.desktop.shell;

import app.recount.desktop.widget.FocusRing;
import app.recount.desktop.widget.PageKeys;
import app.recount.store.Settings.Theme;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.stage.Window;

/** Light or dark, as chosen or as the system shows it now, for every scene that asks for it. */
public final class Look {

    private static final String STYLES = Objects.requireNonNull(
                    Look.class.getResource("/app/recount/desktop/recount.css"))
            .toExternalForm();

    private final CompletableFuture<Void> fonts = CompletableFuture.runAsync(new Fonts()::load);

    // held, because a binding that nobody holds stops following the choice and the system
    private final ObjectBinding<ColorScheme> scheme;

    public Look(ObservableValue<Theme> choice) {
        var system = Platform.getPreferences().colorSchemeProperty();
        scheme = Bindings.createObjectBinding(
                () -> switch (choice.getValue()) {
                    case SYSTEM -> system.get();
                    case LIGHT -> ColorScheme.LIGHT;
                    case DARK -> ColorScheme.DARK;
                },
                choice,
                system);
        scheme.subscribe(Look::useThemeOf);
    }

    /** Gives the scene the window's own styles and keeps its colour scheme that of the theme, as long as there is the scene. */
    public void dress(Scene scene) {
        fonts.join(); // whose text was laid out without its face would keep another one
        scene.getProperties().put(Look.class, this);
        scene.getStylesheets().add(STYLES);
        scheme.subscribe(now -> scene.getPreferences().setColorScheme(now));
        FocusRing.follow(scene);
        PageKeys.serve(scene);
    }

    /** Gives a scene the styles of another, and its colours as long as it is shown. */
    public static void dressLike(Scene scene, Scene like) {
        scene.getStylesheets().setAll(like.getStylesheets());
        follow(scene, like);
    }

    /** Lets the scene of a dialog, which has the styles of its owner anyway, be as light or dark as that, and as its keyboard finds it. */
    public static void follow(Scene scene, Scene owner) {
        // only so long, or the owner would keep every dialog that it ever had
        var isShown = scene.windowProperty().flatMap(Window::showingProperty).orElse(false);
        owner.getPreferences()
                .colorSchemeProperty()
                .when(isShown)
                .subscribe(now -> scene.getPreferences().setColorScheme(now));
        FocusRing.follow(scene, owner);
        PageKeys.serve(scene);
    }

    private static void useThemeOf(ColorScheme scheme) {
        var theme = scheme == ColorScheme.DARK ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }
}
