package app.recount.desktop.help;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.help.Block.Code;
import app.recount.desktop.help.Block.Heading;
import app.recount.desktop.help.Block.Item;
import app.recount.desktop.help.Block.Paragraph;
import app.recount.desktop.help.Block.Picture;
import app.recount.desktop.help.Block.Table;
import app.recount.desktop.help.Piece.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {

    private static Document read(String text) {
        return new DocumentReader(text).read();
    }

    private static List<Block> blocks(String text) {
        return read("# Title\n\n" + text).chapters().getFirst().blocks();
    }

    private static Piece plain(String text) {
        return Piece.of(Kind.PLAIN, text);
    }

    @Test
    void headings_of_the_second_level_begin_chapters() {
        var document = read("# Guide\n\nWelcome.\n\n## Cost: what it was\n\nMoney.\n\n### More\n\n## Keys\n\nF1\n");

        assertThat(document.title()).isEqualTo("Guide");
        assertThat(document.chapters())
                .extracting(Chapter::title)
                .containsExactly("Guide", "Cost: what it was", "Keys");
        assertThat(document.chapters().get(1).blocks())
                .containsExactly(new Paragraph(List.of(plain("Money."))), new Heading(List.of(plain("More"))));
        assertThat(document.about("Cost")).map(Chapter::anchor).contains("cost-what-it-was");
        assertThat(document.about("Co")).isEmpty();
        assertThat(document.chapter("keys")).isPresent();
    }

    @Test
    void a_paragraph_goes_on_until_something_else_begins() {
        assertThat(blocks("one\ntwo\n* point\n  goes on\n  - deeper\n1. first\n\nlast"))
                .containsExactly(
                        new Paragraph(List.of(plain("one two"))),
                        new Item(0, "•", List.of(plain("point goes on"))),
                        new Item(1, "•", List.of(plain("deeper"))),
                        new Item(0, "1.", List.of(plain("first"))),
                        new Paragraph(List.of(plain("last"))));
    }

    @Test
    void a_cell_of_a_table_may_have_several_lines() {
        assertThat(blocks("| a |\n| --- |\n| one.<br>two. |"))
                .containsExactly(
                        new Table(List.of(List.of(List.of(plain("a"))), List.of(List.of(plain("one.\ntwo."))))));
    }

    @Test
    void words_have_their_styles_and_links_their_targets() {
        assertThat(Pieces.of("a **b `c`** and `x * y` or *so*, see [the `page`](privacy.md#off)."))
                .containsExactly(
                        plain("a "),
                        Piece.of(Kind.STRONG, "b c"),
                        plain(" and "),
                        Piece.of(Kind.CODE, "x * y"),
                        plain(" or "),
                        Piece.of(Kind.EMPHASIS, "so"),
                        plain(", see "),
                        new Piece(Kind.LINK, "the page", "privacy.md#off"),
                        plain("."));
    }

    @Test
    void tables_code_and_pictures_stand_for_themselves_and_comments_are_left_out() {
        assertThat(
                        blocks(
                                "<!-- a\nb -->\n| key | does |\n| --- | --- |\n| `a\\|b` | c |\n```sh\n# no heading\n```\n![What](pictures/x.png)\n"))
                .containsExactly(
                        new Table(List.of(
                                List.of(List.of(plain("key")), List.of(plain("does"))),
                                List.of(List.of(Piece.of(Kind.CODE, "a|b")), List.of(plain("c"))))),
                        new Code("# no heading"),
                        new Picture("What", "pictures/x.png"));
    }

    @Test
    void what_ends_too_early_is_read_to_its_end() {
        assertThat(blocks("```\nnever closed")).containsExactly(new Code("never closed"));
        assertThat(blocks("a **b and [c](")).containsExactly(new Paragraph(List.of(plain("a **b and [c]("))));
    }
}
