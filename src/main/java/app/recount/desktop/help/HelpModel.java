package app.recount.desktop.help;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which chapter is read, and the way back to those before. */
final class HelpModel {

    private final Documents documents;
    private final ReadOnlyObjectWrapper<Place> place;
    private final Deque<Place> before = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();

    HelpModel(Documents documents) {
        this.documents = documents;
        this.place = new ReadOnlyObjectWrapper<>(beginningOf(Documents.GUIDE));
    }

    ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canGoBack() {
        return canGoBack.getReadOnlyProperty();
    }

    /** The guide's chapter about a page of the window, or its beginning. */
    void showPage(String page) {
        var guide = beginningOf(Documents.GUIDE);
        go(guide.document()
                .about(page)
                .map(chapter -> new Place(guide.name(), guide.document(), chapter))
                .orElse(guide));
    }

    void showDocument(String name) {
        if (!place.get().name().equals(name)) {
            go(beginningOf(name));
        }
    }

    void showChapter(Chapter chapter) {
        go(new Place(place.get().name(), place.get().document(), chapter));
    }

    void show(Place chosen) {
        go(chosen);
    }

    /** Where a link leads if it leads to something that is here: another document, a chapter of it, or of this one. */
    Optional<Runnable> leadsTo(String target) {
        var parts = target.split("#", 2);
        var name = parts[0].isEmpty() ? place.get().name() : parts[0].replace(Documents.ENDING, "");
        return Documents.NAMES.contains(name)
                ? Optional.of(() -> follow(name, parts.length > 1 ? parts[1] : ""))
                : Optional.empty();
    }

    private void follow(String name, String anchor) {
        var beginning = beginningOf(name);
        go(beginning
                .document()
                .chapter(anchor)
                .map(chapter -> new Place(name, beginning.document(), chapter))
                .orElse(beginning));
    }

    void goBack() {
        if (!before.isEmpty()) {
            place.set(before.pop());
            canGoBack.set(!before.isEmpty());
        }
    }

    private void go(Place next) {
        if (!next.equals(place.get())) {
            before.push(place.get());
            canGoBack.set(true);
            place.set(next);
        }
    }

    private Place beginningOf(String name) {
        var document = documents.read(name);
        return new Place(name, document, document.chapters().getFirst());
    }
}
