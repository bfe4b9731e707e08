package app.recount.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** Looking for bytes many at a time finds what looking at each one finds. */
class MarkTest {

    private static final Mark MARK = Mark.quoted("a");

    @Property
    void a_mark_is_found_where_the_text_has_it(
            @ForAll @CharRange(from = '!', to = '#') @CharRange(from = 'a', to = 'a') @StringLength(max = 60)
                    String text,
            @ForAll @IntRange(max = 60) int start,
            @ForAll @IntRange(max = 60) int end) {
        var to = Math.min(end, text.length());
        var from = Math.min(start, to);
        var expected = text.substring(0, to).indexOf("\"a\"", from);
        assertThat(MARK.next(bytes(text), from, to)).isEqualTo(expected < 0 ? to : expected);
    }

    @Property
    void a_byte_is_found_from_both_sides(
            @ForAll @CharRange(from = 0, to = 255) @StringLength(max = 60) String text,
            @ForAll @IntRange(max = 60) int start,
            @ForAll @IntRange(max = 60) int end,
            @ForAll byte wanted) {
        var to = Math.min(end, text.length());
        var from = Math.min(start, to);
        var part = text.substring(0, to);
        var character = (char) (wanted & 0xff);
        var next = part.indexOf(character, from);
        var last = part.lastIndexOf(character);
        assertThat(Mark.next(wanted, bytes(text), from, to)).isEqualTo(next < 0 ? to : next);
        assertThat(Mark.last(wanted, bytes(text), from, to)).isEqualTo(Math.max(last, from - 1));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
