package app.recount.desktop.shell;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which page is in front. Pages lead to each other by their ids; they do not know each other. */
public final class Navigation {

    public static final String ACTIVITY = "activity";
    public static final String REVIEW = "review";
    public static final String RECEIPTS = "receipts";
    public static final String SETTINGS = "settings";

    /**
     * A page, and what of it should be seen.
     *
     * @param part what {@link Page#reveal} gets; the page decides what it means
     */
    public record Place(String page, Optional<String> part) {}

    private final ReadOnlyObjectWrapper<Place> place =
            new ReadOnlyObjectWrapper<>(new Place(ACTIVITY, Optional.empty()));

    public ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }

    public void go(String page) {
        place.set(new Place(page, Optional.empty()));
    }

    public void go(String page, String part) {
        place.set(new Place(page, Optional.of(part)));
    }
}
