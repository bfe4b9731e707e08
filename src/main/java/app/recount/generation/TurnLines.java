package app.recount.generation;

import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.JsonFile;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Turns as JSON objects, one on each line. */
public final class TurnLines {

    private final TurnFields fields;

    public TurnLines(TurnFields fields) {
        this.fields = fields;
    }

    /** One line: a turn, or what is wrong with it. */
    public sealed interface Line {
        /** From 1. */
        int number();

        record Good(int number, CompressionEvent turn) implements Line {}

        record Bad(int number, Problem problem) implements Line {}
    }

    /** Empty lines say nothing. */
    public List<Line> read(String text) {
        var lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(index -> lines.get(index).isBlank()
                        ? Stream.<Line>empty()
                        : Stream.of(line(index + 1, lines.get(index))))
                .toList();
    }

    private Line line(int number, String text) {
        try {
            return new Line.Good(number, fields.read(values(text)));
        } catch (ProblemException e) {
            return new Line.Bad(number, e.problem());
        }
    }

    /** JSON's null says that something is not known, as leaving it out does. */
    private static Map<String, String> values(String text) {
        var root = JsonFile.parse(text.getBytes(StandardCharsets.UTF_8))
                .filter(JsonNode::isObject)
                .orElseThrow(() -> TurnFields.invalid("noObject"));
        var values = new HashMap<String, String>();
        root.properties().forEach(property -> {
            var value = property.getValue();
            if (!value.isNull() && !value.isValueNode()) {
                throw TurnFields.invalid("manyValues", property.getKey());
            }
            if (!value.isNull()) {
                values.put(property.getKey(), value.asString());
            }
        });
        return values;
    }
}
