package app.recount.desktop.help;

import java.util.List;

/**
 * A chapter in which words were found.
 *
 * @param passage the first that has most of them, counted as {@link Passages} does; 0 is the title
 * @param snippet of the text below the title
 */
record Found(Place place, int passage, List<Piece> snippet) {

    Found {
        snippet = List.copyOf(snippet);
    }
}
