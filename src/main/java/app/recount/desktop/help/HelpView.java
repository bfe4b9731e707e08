package app.recount.desktop.help;

import app.recount.desktop.widget.ScrollKeys;
import app.recount.text.Texts;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;

/** At the left what there is to read, at the right the chapter. */
final class HelpView extends BorderPane {

    /** What is seen above a passage that was found. */
    private static final double ABOVE = 24;

    private final HelpModel model;
    private final SearchModel search;
    private final Documents documents;
    private final ObservableValue<ColorScheme> scheme;
    private final Contents contents;
    private final ScrollPane page = new ScrollPane();
    private ChapterView chapter;

    HelpView(
            HelpModel model,
            SearchModel search,
            Documents documents,
            Texts texts,
            ObservableValue<ColorScheme> scheme) {
        this.model = model;
        this.search = search;
        this.documents = documents;
        this.scheme = scheme;
        getStyleClass().addAll("shell", "help");
        contents = new Contents(model, search, texts, this::choose);
        chapter = drawn(model.place().get());
        page.setFitToWidth(true);
        ScrollKeys.scroll(page, texts.get("help.page"));
        setLeft(contents);
        setCenter(page);
        page.setContent(chapter);
        model.place().subscribe((before, place) -> show(place));
        scheme.subscribe(() -> show(model.place().get()));
        search.marked().subscribe(words -> chapter.mark(words));
    }

    Node firstFocus() {
        return page;
    }

    void focusSearch() {
        contents.focusSearch();
    }

    boolean endSearch() {
        return contents.endSearch();
    }

    private void choose(Found found) {
        search.choose(found);
        reveal(found.passage());
    }

    private void show(Place place) {
        chapter = drawn(place);
        chapter.mark(search.marked().get());
        page.setContent(chapter);
        page.setVvalue(0);
    }

    private ChapterView drawn(Place place) {
        var dark = scheme.getValue() == ColorScheme.DARK;
        return new ChapterView(place.chapter(), model::leadsTo, file -> documents.picture(file, dark));
    }

    /** Where a passage stands is known only once everything above it is laid out. */
    private void reveal(int passage) {
        applyCss();
        layout();
        double below = chapter.getHeight() - page.getViewportBounds().getHeight();
        page.setVvalue(below > 0 && passage > 0 ? Math.clamp((chapter.top(passage) - ABOVE) / below, 0, 1) : 0);
    }
}
