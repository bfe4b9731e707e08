package app.recount.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Looking for bytes many at a time finds what looking at each one finds. */
class MarkTest {

    private static final Mark SHORT = Mark.quoted("a");
    private static final Mark LONG = Mark.quoted("ba");
    private static final Mark OTHER = Mark.quoted("b");

    @Property
    void marks_are_found_where_the_text_has_them(
            @ForAll @CharRange(from = '!', to = '#') @CharRange(from = 'a', to = 'b') @StringLength(max = 60)
                    String text,
            @ForAll @IntRange(max = 60) int end) {
        var length = Math.min(end, text.length());
        var found = new Marks(List.of(SHORT, LONG, OTHER))
                .in(new LineBlock(text.getBytes(StandardCharsets.UTF_8), length, 0));
        var seen = text.substring(0, length);

        assertThat(positions(found.of(List.of(SHORT)), length)).isEqualTo(positions("\"a\"", seen));
        assertThat(positions(found.of(List.of(LONG)), length)).isEqualTo(positions("\"ba\"", seen));
        assertThat(positions(found.of(List.of(OTHER, SHORT)), length))
                .containsExactlyInAnyOrderElementsOf(positions("\"[ab]\"", seen))
                .isSorted();
        assertThat(found.of(List.of()).next(0)).isEqualTo(length);
    }

    private static final List<String> NAMES =
            List.of("usage", "cwd", "sessionId", "timestamp", "d", "total_token_usage");

    private static final String[] PIECES = {
        "\"usage\"",
        "\"timestamp\"",
        "\"sessionId\"",
        "\"total_token_usage\"",
        "\"cwd\"",
        "\"d\"",
        "usage\"",
        "imestamp\"",
        "\"",
        "d",
        "p\"",
        "\\\"",
        "\u00ff",
        "\u00e4\"",
        "\u0000"
    };

    @Property
    void marks_of_any_length_are_found_among_each_other(
            @ForAll @Size(max = 20) List<@IntRange(max = 14) Integer> pieces) {
        var text = pieces.stream().map(piece -> PIECES[piece]).collect(Collectors.joining());
        var marks = NAMES.stream().map(Mark::quoted).toList();

        var found = new Marks(marks).in(new LineBlock(text.getBytes(StandardCharsets.ISO_8859_1), text.length(), 0));

        for (var name : NAMES) {
            var mark = marks.get(NAMES.indexOf(name));
            assertThat(positions(found.of(List.of(mark)), text.length()))
                    .as(name)
                    .isEqualTo(positions('"' + name + '"', text));
        }
    }

    @Property
    void eight_bytes_are_those_that_stand_before_the_end(
            @ForAll @Size(min = 1, max = 20) byte[] bytes,
            @ForAll @IntRange(max = 20) int start,
            @ForAll @IntRange(min = 1, max = 20) int end) {
        var to = Math.min(end, bytes.length);
        var from = Math.min(start, to - 1);
        var seen = new byte[Long.BYTES];
        System.arraycopy(bytes, from, seen, 0, Math.min(Long.BYTES, to - from));

        assertThat(EightBytes.upTo(bytes, from, to)).isEqualTo(EightBytes.at(seen, 0));
    }

    @Property
    void a_search_goes_on_from_where_it_is_told(
            @ForAll @CharRange(from = '"', to = '"') @CharRange(from = 'a', to = 'a') @StringLength(max = 60)
                    String text,
            @ForAll @IntRange(max = 60) int from) {
        var found =
                new Marks(List.of(SHORT)).in(new LineBlock(text.getBytes(StandardCharsets.UTF_8), text.length(), 0));
        var next = text.indexOf("\"a\"", from);

        assertThat(found.of(List.of(SHORT)).next(from)).isEqualTo(next < 0 ? text.length() : next);
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
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(EightBytes.next(wanted, bytes, from, to)).isEqualTo(next < 0 ? to : next);
        assertThat(EightBytes.last(wanted, bytes, from, to)).isEqualTo(Math.max(last, from - 1));
    }

    private static List<Integer> positions(Sightings.Search search, int length) {
        var positions = new ArrayList<Integer>();
        for (var at = search.next(0); at < length; at = search.next(at + 1)) {
            positions.add(at);
        }
        return positions;
    }

    /** Also those that share a quote with the one before. */
    private static List<Integer> positions(String pattern, String text) {
        var positions = new ArrayList<Integer>();
        var matcher = Pattern.compile("(?=" + pattern + ")").matcher(text);
        while (matcher.find()) {
            positions.add(matcher.start());
        }
        return positions;
    }
}
