package app.recount.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CsvCellTest {

    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    @Test
    void a_formula_is_a_text_also_where_cells_end_at_semicolons_or_tabs() {
        assertThat(CsvCell.of("=1")).isEqualTo("'=1");
        assertThat(CsvCell.of("a;=1")).isEqualTo("\"a;'=1\"");
        assertThat(CsvCell.of("a\t\"=1")).isEqualTo("\"a\t\"\"'=1\"");
        assertThat(CsvCell.of("\uFF1D1")).isEqualTo("'\uFF1D1");
        assertThat(CsvCell.of("a-b=c")).isEqualTo("a-b=c");
    }

    /** However a spreadsheet cuts the file, no piece of a text begins as a formula does. */
    @Property(tries = 2_000)
    void no_piece_begins_as_a_formula(
            @ForAll
                    @Chars({'=', '+', '-', '@', '\t', '\r', '\n', ';', ',', '"', 'a'})
                    @CharRange(from = 'x', to = 'z')
                    @StringLength(max = 12)
                    String text) {
        for (var piece : CsvCell.of(text).split("[;\t\r\n]", -1)) {
            var bare = piece.replaceFirst("^\"+", "");
            assertThat(bare.isEmpty() || FORMULA.indexOf(bare.charAt(0)) < 0)
                    .as(piece)
                    .isTrue();
        }
    }
}
