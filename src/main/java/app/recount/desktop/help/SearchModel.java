package app.recount.desktop.help;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is looked for, where it stands, and which words are marked in the chapter that is read. */
final class SearchModel {

    private final HelpModel help;
    private final Supplier<HelpSearch> search;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<SearchWords> words = new ReadOnlyObjectWrapper<>(SearchWords.NONE);
    private final ReadOnlyObjectWrapper<List<Found>> found = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<SearchWords> marked = new ReadOnlyObjectWrapper<>(SearchWords.NONE);

    /** @param search asked for once something is looked for */
    SearchModel(HelpModel help, Supplier<HelpSearch> search) {
        this.help = help;
        this.search = search;
        typed.subscribe(now -> lookFor(SearchWords.of(now)));
    }

    StringProperty typed() {
        return typed;
    }

    /** None while nothing but spaces is typed. */
    ReadOnlyObjectProperty<SearchWords> words() {
        return words.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Found>> found() {
        return found.getReadOnlyProperty();
    }

    /** The words with which a chapter was chosen, until others are looked for: half a word would mark half the page. */
    ReadOnlyObjectProperty<SearchWords> marked() {
        return marked.getReadOnlyProperty();
    }

    private void lookFor(SearchWords now) {
        if (!now.equals(words.get())) {
            marked.set(SearchWords.NONE);
            found.set(now.isEmpty() ? List.of() : search.get().find(now));
            words.set(now);
        }
    }

    void choose(Found chosen) {
        help.show(chosen.place());
        marked.set(words.get());
    }

    /** Looks for nothing any more; says whether something was looked for. */
    boolean end() {
        boolean searching = !typed.get().isEmpty();
        typed.set("");
        return searching;
    }
}
