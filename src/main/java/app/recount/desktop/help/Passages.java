package app.recount.desktop.help;

import app.recount.desktop.help.Block.Code;
import app.recount.desktop.help.Block.Heading;
import app.recount.desktop.help.Block.Item;
import app.recount.desktop.help.Block.Paragraph;
import app.recount.desktop.help.Block.Picture;
import app.recount.desktop.help.Block.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is read of a chapter in one go: its title, a paragraph, a point, a line of code, a row of a table, what a picture shows. */
final class Passages {

    /** Between the cells of a row. No word contains it, so none is found across two cells. */
    static final String BESIDE = "\t";

    private Passages() {}

    /** All of a chapter, the title first. */
    static List<String> of(Chapter chapter) {
        return Stream.concat(
                        Stream.of(chapter.title()), chapter.blocks().stream().flatMap(block -> of(block).stream()))
                .toList();
    }

    static List<String> of(Block block) {
        return switch (block) {
            case Heading(var pieces) -> List.of(text(pieces));
            case Paragraph(var pieces) -> List.of(text(pieces));
            case Item item -> List.of(text(item.pieces()));
            case Code(var text) -> text.lines().toList();
            case Table(var rows) ->
                rows.stream()
                        .map(row -> row.stream().map(Passages::text).collect(Collectors.joining(BESIDE)))
                        .toList();
            case Picture picture -> List.of(picture.description());
        };
    }

    private static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::shown).collect(Collectors.joining());
    }
}
