package app.recount.desktop.widget;

import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons of the one pack, muted unless they carry a status. */
public final class Icons {

    private Icons() {}

    public static FontIcon of(Feather feather, String... styleClasses) {
        var icon = new FontIcon(feather);
        icon.getStyleClass().add("icon");
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }

    public static FontIcon of(Status status) {
        return of(status.icon(), status.styleClass());
    }

    /** Another shape in the status's colour. */
    public static FontIcon of(Feather feather, Status status) {
        return of(feather, status.styleClass());
    }

    /** The green dot of what is live; a word stands beside it always. */
    public static Region liveDot() {
        var dot = new Region();
        dot.getStyleClass().add("live-dot");
        return dot;
    }
}
