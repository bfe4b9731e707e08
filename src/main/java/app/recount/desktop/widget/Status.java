package app.recount.desktop.widget;

import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;

/** How something stands: always a shape and a colour together, never the colour alone. */
public enum Status {
    GOOD(Feather.CHECK_CIRCLE),
    CAUTION(Feather.ALERT_TRIANGLE),
    FAILURE(Feather.ALERT_OCTAGON),
    NOTE(Feather.INFO),
    OPEN(Feather.CIRCLE),
    NONE(Feather.MINUS_CIRCLE);

    private final Feather icon;

    Status(Feather icon) {
        this.icon = icon;
    }

    public Feather icon() {
        return icon;
    }

    /** The style class that carries its colour. */
    public String styleClass() {
        return "status-" + name().toLowerCase(Locale.ROOT);
    }
}
