package app.recount.desktop.help;

import java.util.List;

/** What a chapter is made of, from top to bottom. */
sealed interface Block {

    record Heading(List<Piece> pieces) implements Block {}

    record Paragraph(List<Piece> pieces) implements Block {}

    /**
     * A point of a list.
     *
     * @param depth 0 for the outermost list
     * @param marker a bullet, or the number with its dot
     */
    record Item(int depth, String marker, List<Piece> pieces) implements Block {}

    /** Lines to be typed or read as they stand. */
    record Code(String text) implements Block {}

    /** The first row names the columns; every row has as many cells. */
    record Table(List<List<List<Piece>>> rows) implements Block {}

    /**
     * A picture.
     *
     * @param file below the folder of the document
     */
    record Picture(String description, String file) implements Block {}
}
