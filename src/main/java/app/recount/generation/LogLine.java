package app.recount.generation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of claude-mem's log: {@code [2026-05-11 14:03:07.123] [INFO ] [SDK   ] [session-12] message {key=value, …}}. Level and
 * component are padded, the session may be missing.
 */
final class LogLine {

    private static final int TIME_END = 25;

    private static final Pattern AFTER_TIME =
            Pattern.compile(" \\[([A-Z]+) *] \\[([^\\]]*)](?: \\[[^\\]]*])? (.*)", Pattern.DOTALL);

    /** What tells usage, and from which origin. */
    private static final Map<String, LeftoverOrigin> MESSAGES = Map.of(
            "OpenRouter API usage", LeftoverOrigin.OPENROUTER_LOG,
            "Token usage captured", LeftoverOrigin.CLAUDE_LOG);

    private static final Pattern WHOLE = Pattern.compile("\\d{1,15}");

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{1,40})?([eE][+-]?\\d{1,2})?");

    private LogLine() {}

    /** When it was written, in the local time of its writer; empty if no line of the log begins here. */
    static Optional<LocalDateTime> time(String line) {
        if (line.length() < TIME_END
                || line.charAt(0) != '['
                || line.charAt(11) != ' '
                || line.charAt(20) != '.'
                || line.charAt(24) != ']') {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                    Integer.parseInt(line, 1, 5, 10),
                    Integer.parseInt(line, 6, 8, 10),
                    Integer.parseInt(line, 9, 11, 10),
                    Integer.parseInt(line, 12, 14, 10),
                    Integer.parseInt(line, 15, 17, 10),
                    Integer.parseInt(line, 18, 20, 10),
                    Integer.parseInt(line, 21, 24, 10) * 1_000_000));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty(); // looks like one and is none
        }
    }

    /** What a line about usage says. */
    sealed interface Usage {
        record Told(LeftoverOrigin origin, Optional<String> model, TurnFigures figures) implements Usage {}

        /** It speaks of usage, and cannot be understood. */
        record Broken() implements Usage {}

        record None() implements Usage {}
    }

    /** For a line that has a time. */
    static Usage usage(String line) {
        var parts = AFTER_TIME.matcher(line).region(TIME_END, line.length());
        if (!parts.matches()) {
            return mentions(line) ? new Usage.Broken() : new Usage.None();
        }
        var message = parts.group(3);
        for (var known : MESSAGES.entrySet()) {
            if (message.startsWith(known.getKey())) {
                var rest = message.substring(known.getKey().length()).strip();
                return rest.startsWith("{") && rest.endsWith("}")
                        ? told(known.getValue(), values(rest.substring(1, rest.length() - 1)))
                        : new Usage.Broken();
            }
        }
        return new Usage.None();
    }

    private static boolean mentions(String line) {
        return MESSAGES.keySet().stream().anyMatch(message -> line.indexOf("] " + message + " {") > 0);
    }

    private static Map<String, String> values(String text) {
        var values = new HashMap<String, String>();
        for (var pair : text.split(", ", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        return values;
    }

    private static Usage told(LeftoverOrigin origin, Map<String, String> values) {
        var input = whole(values, "inputTokens");
        if (input.isEmpty()) {
            return new Usage.Broken();
        }
        return switch (origin) {
            case CLAUDE_LOG -> {
                // its outputTokens is an early placeholder
                long all = input.get()
                        + whole(values, "cacheCreation").orElse(0L)
                        + whole(values, "cacheRead").orElse(0L);
                yield new Usage.Told(
                        origin, model(values), new TurnFigures(Optional.of(all), Optional.empty(), Optional.empty()));
            }
            case OPENROUTER_LOG, TRANSCRIPT -> {
                var output = whole(values, "outputTokens");
                yield output.isEmpty()
                        ? new Usage.Broken()
                        : new Usage.Told(origin, model(values), new TurnFigures(input, output, cost(values)));
            }
        };
    }

    private static Optional<String> model(Map<String, String> values) {
        return Optional.ofNullable(values.get("model"))
                .filter(model -> !model.isEmpty() && !model.equals("undefined") && !model.equals("null"));
    }

    private static Optional<Long> whole(Map<String, String> values, String key) {
        return Optional.ofNullable(values.get(key))
                .filter(text -> WHOLE.matcher(text).matches())
                .map(Long::valueOf);
    }

    /** Only what the provider reported; what claude-mem once estimated stands under another key. */
    private static Optional<BigDecimal> cost(Map<String, String> values) {
        return Optional.ofNullable(values.get("costUSD"))
                .filter(text -> DECIMAL.matcher(text).matches())
                .map(BigDecimal::new);
    }
}
