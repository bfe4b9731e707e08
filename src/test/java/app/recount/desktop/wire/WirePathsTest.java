package app.recount.desktop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WirePathsTest {

    private static final byte[] EVENT =
            "{\"event\":\"a\",\"properties\":{\"n\":17,\"$set\":{\"os\":\"linux\"},\"ok\":true}}"
                    .getBytes(StandardCharsets.UTF_8);

    @Test
    void a_line_knows_the_path_of_its_value() {
        var lines = WireLines.painted(EVENT, 1000);
        var paths = new WirePaths(lines);

        assertThat(IntStream.range(0, lines.count())
                        .mapToObj(line -> paths.path(line).orElse("")))
                .containsExactly(
                        "",
                        "event",
                        "properties",
                        "properties.n",
                        "properties.$set",
                        "properties.$set.os",
                        "properties.ok");
        assertThat(paths.line("properties.n")).contains(3);
        assertThat(paths.line("properties.none")).isEmpty();
    }

    @Test
    void offsets_of_a_piece_are_those_of_the_whole() {
        var lines = WireLines.painted(EVENT, 1000);

        assertThat(lines.offset(0)).isEqualTo(1000);
        assertThat(lines.offset(1)).isEqualTo(1001);
        assertThat(lines.lineAt(1002)).isEqualTo(1);
        assertThat(lines.find("\"n\"", 1)[0]).isEqualTo(lines.offset(3));
    }
}
