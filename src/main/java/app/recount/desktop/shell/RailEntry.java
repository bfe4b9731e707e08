package app.recount.desktop.shell;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.feather.Feather;

/**
 * How a page stands in the rail.
 *
 * @param id stable name, also of its texts: the rail shows {@code shell.page.<id>}
 * @param badge what stands beside the name
 */
public record RailEntry(String id, Feather icon, ObservableValue<Badge> badge) {

    /** A page with nothing to say beside its name. */
    public RailEntry(String id, Feather icon) {
        this(id, icon, new ReadOnlyObjectWrapper<>(Badge.NONE));
    }
}
