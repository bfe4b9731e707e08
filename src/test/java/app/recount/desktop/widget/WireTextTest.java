package app.recount.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WireTextTest {

    private static final String EVENT =
            "{\"event\":\"historical_activity\",\"properties\":{\"a\":17,\"text\":\"x,{é\\\"}\",\"$set\":{\"os\":\"linux\"},\"ok\":true}}";

    @Test
    void every_value_has_a_line_and_closers_stay_at_its_end() {
        var lines = WireText.json(bytes(EVENT), 0);

        assertThat(lines)
                .extracting(WireLine::text)
                .containsExactly(
                        "{",
                        "\"event\":\"historical_activity\",",
                        "\"properties\":{",
                        "\"a\":17,",
                        "\"text\":\"x,{é\\\"}\",",
                        "\"$set\":{",
                        "\"os\":\"linux\"},",
                        "\"ok\":true}}");
        assertThat(lines).extracting(WireLine::indent).containsExactly(0, 1, 1, 2, 2, 2, 3, 2);
    }

    @Test
    void a_line_knows_the_path_of_its_value() {
        assertThat(WireText.json(bytes(EVENT), 0))
                .extracting(WireLine::path)
                .containsExactly(
                        Optional.empty(),
                        Optional.of("event"),
                        Optional.of("properties"),
                        Optional.of("properties.a"),
                        Optional.of("properties.text"),
                        Optional.of("properties.$set"),
                        Optional.of("properties.$set.os"),
                        Optional.of("properties.ok"));
    }

    @Test
    void offsets_count_bytes_from_the_beginning_of_the_whole_body() {
        var lines = WireText.json(bytes(EVENT), 1000);

        for (var line : lines) {
            var rest = new String(
                    bytes(EVENT),
                    line.offset() - 1000,
                    bytes(EVENT).length - line.offset() + 1000,
                    StandardCharsets.UTF_8);
            assertThat(rest).startsWith(line.text());
        }
    }

    @Property
    void whatever_the_bytes_are_the_lines_together_are_their_text(@ForAll String text) {
        assertThat(joined(WireText.json(bytes(text), 0))).isEqualTo(new String(bytes(text), StandardCharsets.UTF_8));
        assertThat(joined(WireText.plain(bytes(text), 7))).isEqualTo(new String(bytes(text), StandardCharsets.UTF_8));
    }

    private static String joined(java.util.List<WireLine> lines) {
        return lines.stream().map(WireLine::text).collect(Collectors.joining());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
