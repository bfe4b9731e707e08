package app.recount.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{} {}", "{\"a\":1", "nul", "{'a':1}", "{\"a\":01}", "NaN", "[1,]", "// {}"})
    void what_is_no_single_value_is_none(String text) {
        assertThat(JsonFile.parse(text.getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "\"x\"", "false", "[]", "{}", " {} \n", "\uFEFF{}"})
    void any_single_value_is_one(String text) {
        assertThat(JsonFile.parse(text.getBytes(UTF_8))).isPresent();
    }

    @Test
    void bytes_that_are_no_utf_8_are_none() {
        assertThat(JsonFile.parse(new byte[] {'"', (byte) 0xC3, '"'})).isEmpty();
    }

    @Test
    void deep_nesting_is_none_and_no_crash() {
        assertThat(JsonFile.parse("[".repeat(100_000).getBytes(UTF_8))).isEmpty();
    }

    @Test
    void files_are_written_as_javascript_would() {
        var root = JsonFile.object();
        root.put("text", "ü");
        root.put("number", 2);
        root.putArray("empty");

        assertThat(JsonFile.pretty(root)).isEqualTo("{\n  \"text\": \"ü\",\n  \"number\": 2,\n  \"empty\": []\n}");
    }

    @Test
    void an_instant_has_exactly_three_decimals() {
        assertThat(JsonFile.timestamp(Instant.parse("2026-06-12T09:31:07Z"))).isEqualTo("2026-06-12T09:31:07.000Z");
        assertThat(JsonFile.timestamp(Instant.parse("2026-06-12T09:31:07.412999Z")))
                .isEqualTo("2026-06-12T09:31:07.412Z");
    }
}
