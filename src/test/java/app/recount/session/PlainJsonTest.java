package app.recount.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way to read a line must never say anything else than the JSON library says. */
class PlainJsonTest {

    private static final String[] NAMES = {
        "name", "path", "uuid", "time", "yes", "tokens", "fields", "elements", "skip", "nämé", "a\\\"b"
    };

    private static final String[] TEXTS = {
        "",
        "x",
        "claude-opus",
        "/home/dev",
        "C:\\\\dev\\\\project",
        "a\\nb",
        "caf\\u00e9",
        "日本語",
        "\\ud83d",
        "tab\\t",
        "9E1F7425-3A7A-43ED-911A-14C5FDE2844F",
        "2026-06-01T10:00:00.123Z",
        "long ".repeat(50),
        "bad \\x",
        "bad\u0001",
        "\\u12"
    };

    private static final String[] NUMBERS = {
        "0",
        "1",
        "-1",
        "12",
        "007",
        "1.5",
        "1e3",
        "1E+2",
        "1.",
        ".5",
        "-",
        "+1",
        "999999999999999",
        "1000000000000001",
        "1".repeat(40)
    };

    /** Everything that a reader of this line is told. */
    private static List<String> told(LineJson line) {
        var told = new ArrayList<String>();
        read(line, told);
        return told;
    }

    private static void read(LineJson line, List<String> told) {
        line.fields(told, PlainJsonTest::readField);
    }

    private static void readField(List<String> told, String name, LineJson value) {
        told.add(name + " " + value.isObject());
        switch (name) {
            case "name" -> told.add("" + value.name());
            case "path" -> told.add("" + value.path());
            case "uuid" -> told.add("" + value.uuid());
            case "time" -> told.add("" + value.time());
            case "yes" -> told.add("" + value.yes());
            case "tokens" -> told.add("" + value.tokens());
            case "fields" -> read(value, told);
            case "elements" -> value.elements(told, PlainJsonTest::readElement);
            default -> value.skip();
        }
    }

    private static void readElement(List<String> told, LineJson value) {
        told.add("element");
        read(value, told);
    }

    private static Optional<List<String>> asLibrary(byte[] line) {
        return LogJson.object(line, 0, line.length, json -> told(new StreamedJson(json)));
    }

    private static Optional<List<String>> plainly(byte[] line) {
        try {
            return Optional.of(new PlainJson().object(line, 0, line.length, PlainJsonTest::told));
        } catch (PlainBytes.OddException e) {
            return Optional.empty();
        }
    }

    @Property(tries = 20_000)
    void whatever_is_read_plainly_is_what_the_library_reads(@ForAll long seed) {
        var random = new Random(seed);
        var line = bytes(random);

        var plain = plainly(line);

        Statistics.collect(plain.isPresent());
        Statistics.coverage(seen -> seen.check(true).percentage(share -> share > 20));
        plain.ifPresent(told -> assertThat(asLibrary(line)).contains(told));
    }

    private static byte[] bytes(Random random) {
        var text = new StringBuilder();
        object(text, random, 0);
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int changes = Math.max(0, random.nextInt(6) - 3); changes > 0; changes--) {
            bytes[random.nextInt(bytes.length)] =
                    (byte) (random.nextBoolean() ? "{}[],:\"\\ 0e-.tn".charAt(random.nextInt(15)) : random.nextInt());
        }
        return bytes;
    }

    private static void object(StringBuilder text, Random random, int depth) {
        text.append('{').append(blanks(random));
        for (int fields = random.nextInt(5); fields > 0; fields--) {
            text.append('"')
                    .append(one(NAMES, random, 9))
                    .append('"')
                    .append(blanks(random))
                    .append(':')
                    .append(blanks(random));
            value(text, random, depth + 1);
            text.append(blanks(random)).append(fields > 1 ? "," : "").append(blanks(random));
        }
        text.append('}').append(blanks(random));
    }

    private static void value(StringBuilder text, Random random, int depth) {
        switch (random.nextInt(depth > 4 ? 5 : 9)) {
            case 0, 1 -> text.append('"').append(one(TEXTS, random, 11)).append('"');
            case 2 -> text.append(one(NUMBERS, random, 4));
            case 3 -> text.append(random.nextInt(40) == 0 ? "nul" : "null");
            case 4 -> text.append(random.nextBoolean());
            case 5, 6 -> object(text, random, depth);
            default -> array(text, random, depth);
        }
    }

    private static void array(StringBuilder text, Random random, int depth) {
        text.append('[').append(blanks(random));
        for (int elements = random.nextInt(4); elements > 0; elements--) {
            value(text, random, depth + 1);
            text.append(blanks(random)).append(elements > 1 ? "," : "");
        }
        text.append(']');
    }

    /** Mostly one of the first, which are plain. */
    private static String one(String[] choices, Random random, int plain) {
        return choices[random.nextInt(random.nextInt(12) == 0 ? choices.length : plain)];
    }

    private static String blanks(Random random) {
        return random.nextInt(8) == 0 ? " \t\r" : "";
    }

    @Test
    void a_line_as_agents_write_it_is_read_plainly() {
        assertThat(plainly("""
                {"skip":{"a":[1,-2.5e-7,{"b":"\\u00e9 \\"x\\" ünïcode"}],"c":null},"name":"claude","path":"C:\\\\dev",\
                "yes":true,"tokens":42,"fields":{"time":"2026-06-01T10:00:00Z"}}\r""".getBytes(StandardCharsets.UTF_8)))
                .contains(List.of(
                        "skip true",
                        "name false",
                        "claude",
                        "path false",
                        "C:\\dev",
                        "yes false",
                        "true",
                        "tokens false",
                        "42",
                        "fields true",
                        "time false",
                        "2026-06-01T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}}",
                "{} {}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{\"a\":[1,]}",
                "{\"a\":[1 2]}",
                "{\"a\":tru}",
                "{\"a\":truer}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":-}",
                "{\"a\":+1}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\u0001\"}",
                "{\"a\":\"b}",
                "{a:1}",
                "{\"a\":1}x",
                "{\"tokens\":1.0}",
                "{\"tokens\":-1}",
                "{\"tokens\":\"1\"}"
            })
    void what_is_no_json_is_read_neither_way(String line) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);

        assertThat(plainly(bytes)).isEmpty();
        assertThat(asLibrary(bytes)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {59, 60, 500})
    void what_nests_deeply_is_left_to_the_library(int depth) {
        var line = ("{\"skip\":" + "[".repeat(depth) + "]".repeat(depth) + "}").getBytes(StandardCharsets.UTF_8);

        assertThat(plainly(line).isPresent()).isEqualTo(depth < 60);
        assertThat(asLibrary(line)).contains(List.of("skip false"));
    }
}
