package app.recount.desktop.shell;

import app.recount.session.SessionKey;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which page is in front. Pages lead to each other by their ids; they do not know each other. */
public final class Navigation {

    public static final String ACTIVITY = "activity";
    public static final String REVIEW = "review";
    public static final String ANALYSES = "analyses";
    public static final String SESSIONS = "sessions";
    public static final String COST = "cost";
    public static final String RECEIPTS = "receipts";
    public static final String SETTINGS = "settings";

    /** Begins {@link #ANALYSES}' part that opens the dialog for a new run with one session chosen. */
    private static final String START = "start:";

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

    /** Leads to the analyses and begins a run there that counts in this session. */
    public void startRun(SessionKey session) {
        go(ANALYSES, START + session.tool() + ":" + session.id());
    }

    /** The session that {@link #startRun} wrote into a part. */
    public static Optional<SessionKey> sessionToStart(String part) {
        var words = part.split(":", 3);
        return part.startsWith(START) && words.length == 3
                ? Optional.of(new SessionKey(words[1], words[2]))
                : Optional.empty();
    }
}
