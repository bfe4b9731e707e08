package app.recount.desktop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WireLinesTest {

    @Test
    void painted_lines_break_after_opening_brackets_and_commas_and_keep_closing_ones_at_the_end() {
        var lines = painted("{\"batch\":[{\"a\":1,\"b\":{\"c\":false}},{\"a\":2}]}");

        assertThat(IntStream.range(0, lines.count()).mapToObj(i -> lines.depth(i) + " " + lines.text(i)))
                .containsExactly(
                        "0 {",
                        "1 \"batch\":[",
                        "2 {",
                        "3 \"a\":1,",
                        "3 \"b\":{",
                        "4 \"c\":false}},",
                        "2 {",
                        "3 \"a\":2}]}");
    }

    @Test
    void brackets_commas_and_escaped_quotes_inside_a_string_break_nothing() {
        var lines = painted("{\"a\":\"x,{[\\\",}\",\"b\":1}");

        assertThat(IntStream.range(0, lines.count()).mapToObj(lines::text))
                .containsExactly("{", "\"a\":\"x,{[\\\",}\",", "\"b\":1}");
    }

    @Test
    void a_line_knows_the_offset_of_its_first_byte_also_behind_letters_of_several_bytes() {
        var lines = painted("{\"ä\":\"ü\",\"b\":1}");

        assertThat(lines.offset(2)).isEqualTo(bytes("{\"ä\":\"ü\",").length);
        assertThat(lines.lineAt(lines.offset(2))).isEqualTo(2);
        assertThat(lines.lineAt(lines.offset(2) - 1)).isEqualTo(1);
    }

    @Test
    void a_search_finds_every_place_in_either_case() {
        var lines = painted("{\"Day\":\"day\",\"other\":\"DAY\"}");

        assertThat(lines.find("day", 10)).containsExactly(2, 8, 22);
        assertThat(lines.find("day", 2)).containsExactly(2, 8);
        assertThat(lines.find("", 10)).isEmpty();
        assertThat(lines.find("nowhere", 10)).isEmpty();
    }

    @Test
    void an_empty_body_has_one_empty_line() {
        assertThat(painted("").count()).isEqualTo(1);
        assertThat(painted("").text(0)).isEmpty();
    }

    @Property
    void lines_joined_are_the_body_whatever_it_is(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 80) int columns) {
        var body = bytes(text);
        var whole = new String(body, StandardCharsets.UTF_8);

        assertThat(joined(WireLines.painted(body))).isEqualTo(whole);
        assertThat(joined(WireLines.wrapped(body, columns))).isEqualTo(whole);
    }

    @Property
    void tokens_joined_are_the_line(@ForAll String line) {
        assertThat(WireToken.of(line).stream().map(WireToken::text).collect(Collectors.joining()))
                .isEqualTo(line);
    }

    @Test
    void tokens_tell_keys_from_texts_numbers_and_words() {
        assertThat(WireToken.of("\"a\":1.5,\"b\":\"x\",\"c\":false}}").stream()
                        .filter(token -> token.kind() != WireToken.Kind.PUNCTUATION)
                        .map(token -> token.kind() + " " + token.text()))
                .containsExactly("KEY \"a\"", "NUMBER 1.5", "KEY \"b\"", "TEXT \"x\"", "KEY \"c\"", "WORD false");
    }

    private static String joined(WireLines lines) {
        return IntStream.range(0, lines.count()).mapToObj(lines::text).collect(Collectors.joining());
    }

    private static WireLines painted(String text) {
        return WireLines.painted(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
