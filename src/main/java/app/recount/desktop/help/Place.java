package app.recount.desktop.help;

import java.util.stream.Stream;

/**
 * A chapter of a document.
 *
 * @param name as in {@link Documents#NAMES}
 */
record Place(String name, Document document, Chapter chapter) {

    /** All of a document. */
    static Stream<Place> of(String name, Document document) {
        return document.chapters().stream().map(chapter -> new Place(name, document, chapter));
    }
}
