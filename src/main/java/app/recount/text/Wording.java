package app.recount.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something to be said, before it is known in which language. Whoever finds something out makes one, and {@link Texts#say} turns it into
 * words where somebody reads them.
 */
public sealed interface Wording {

    /**
     * A text of the bundle.
     *
     * @param arguments what fills its gaps; one may be a wording itself
     */
    record Text(String key, List<Object> arguments) implements Wording {

        public Text {
            arguments = List.copyOf(arguments);
        }

        /** For logs. */
        @Override
        public String toString() {
            return arguments.isEmpty() ? key : key + arguments;
        }
    }

    /** Words that come from elsewhere and stay as they are: of the system, of SQLite, of a server, from a file. */
    record Verbatim(String words) implements Wording {

        @Override
        public String toString() {
            return words;
        }
    }

    /** One after the other. */
    record Sentences(List<Wording> parts) implements Wording {

        public Sentences {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return parts.stream().map(Wording::toString).collect(Collectors.joining(" "));
        }
    }

    static Wording of(String key, Object... arguments) {
        return new Text(key, List.of(arguments));
    }

    static Wording verbatim(String words) {
        return new Verbatim(words);
    }

    static Wording sentences(Wording... parts) {
        return new Sentences(List.of(parts));
    }
}
