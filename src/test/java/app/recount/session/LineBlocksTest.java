package app.recount.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** A stream cut into whole lines. */
class LineBlocksTest {

    private static final int BLOCK = 8;
    private static final int LONGEST = 32;

    private final List<String> blocks = new ArrayList<>();

    private LineBlocks cut(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        var cutting = new LineBlocks(new ByteArrayInputStream(bytes), 1_000, false, BLOCK, LONGEST);
        for (var block = cutting.next(); block != null; block = cutting.next()) {
            assertThat(block.offset() - 1_000).isEqualTo(text.indexOf(text(block)));
            blocks.add(text(block));
        }
        return cutting;
    }

    private static String text(LineBlock block) {
        return new String(block.bytes(), 0, block.length(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_block_holds_as_many_whole_lines_as_fit() throws IOException {
        var cutting = cut("a\nbc\ndefgh\ni\njk");
        assertThat(blocks).containsExactly("a\nbc\n", "defgh\ni\n");
        assertThat(text(cutting.rest())).isEqualTo("jk");
        assertThat(cutting.rest().offset()).isEqualTo(1_013);
    }

    @Test
    void a_longer_line_is_a_block_of_its_own() throws IOException {
        cut("a\n" + "b".repeat(25) + "\nc\nd\n");
        assertThat(String.join("", blocks)).isEqualTo("a\n" + "b".repeat(25) + "\nc\nd\n");
    }

    @Test
    void a_line_that_is_too_long_is_left_out_and_no_other() throws IOException {
        var cutting = cut("a\n" + "b".repeat(1_000) + "\nc\n");
        assertThat(blocks).containsExactly("a\n", "c\n");
        assertThat(cutting.leftOut()).isEqualTo(1);
    }

    @Test
    void a_line_that_is_too_long_and_has_no_end_yet_is_done_with_as_far_as_it_goes() throws IOException {
        var cutting = cut("a\n" + "b".repeat(1_000));
        assertThat(blocks).containsExactly("a\n");
        assertThat(cutting.rest().isEmpty()).isTrue();
        assertThat(cutting.rest().offset()).isEqualTo(2_002);
        assertThat(cutting.leftOut()).isZero();
    }

    @Test
    void the_end_of_a_line_that_was_left_out_so_far_is_left_out_with_it() throws IOException {
        var in = new ByteArrayInputStream("bbbb\nc\n".getBytes(StandardCharsets.ISO_8859_1));
        var cutting = new LineBlocks(in, 2_002, true, BLOCK, LONGEST);
        var block = Objects.requireNonNull(cutting.next());
        assertThat(text(block)).isEqualTo("c\n");
        assertThat(block.offset()).isEqualTo(2_007);
        assertThat(cutting.next()).isNull();
        assertThat(cutting.leftOut()).isEqualTo(1);
    }

    @Test
    void an_empty_stream_has_no_lines() throws IOException {
        assertThat(cut("").rest().isEmpty()).isTrue();
        assertThat(blocks).isEmpty();
    }

    @Property
    void the_blocks_and_the_rest_are_the_stream_but_for_the_lines_that_are_too_long(
            @ForAll @CharRange(from = 'a', to = 'b') @CharRange(from = '\n', to = '\n') @StringLength(max = 300)
                    String text,
            @ForAll @IntRange(min = 1, max = 20) int blockSize,
            @ForAll @IntRange(min = 20, max = 40) int longestLine)
            throws IOException {
        var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        var cutting = new LineBlocks(in, 0, false, blockSize, longestLine);
        var read = new StringBuilder();
        for (var block = cutting.next(); block != null; block = cutting.next()) {
            assertThat(text(block)).endsWith("\n");
            assertThat(text.substring((int) block.offset())).startsWith(text(block));
            read.append(text(block));
        }
        var rest = cutting.rest();
        var open = text.length() - text.lastIndexOf('\n') - 1;
        assertThat(rest.offset()).isEqualTo(text.length() - (open >= longestLine ? 0 : open));
        read.append(text(rest));
        assertThat(read.toString()).isEqualTo(withoutLongLines(text, longestLine));
    }

    /** A line with its end fits into as many bytes as the longest may have. */
    private static String withoutLongLines(String text, int longestLine) {
        var kept = new StringBuilder();
        for (var line : text.split("(?<=\n)", -1)) {
            kept.append(
                    line.length() <= longestLine && !(line.length() == longestLine && !line.endsWith("\n"))
                            ? line
                            : "");
        }
        return kept.toString();
    }
}
