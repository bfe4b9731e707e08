package app.recount.report;

import app.recount.analysis.AnalysisRun;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Runs as YAML that realitycheck, PyYAML (YAML 1.1) and YAML 1.2 read alike. Written by hand, because the shape is small and every
 * text must come out on one line and unmistakable: plain only where no reader could take it for anything but a text.
 */
final class RunYaml {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][\\w./-]*(?: [\\w./-]+)*");

    /** What YAML 1.1 or 1.2 takes for a boolean or for nothing. */
    private static final Set<String> WORDS_WITH_A_MEANING =
            Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private RunYaml() {}

    static String write(List<AnalysisRun> runs, LocalDate today) {
        var yaml = new StringBuilder("# Analysis runs, exported by Recount\n# Generated: %s\n\n".formatted(today));
        if (runs.isEmpty()) {
            return yaml.append("analysis_logs: []\n").toString();
        }
        yaml.append("analysis_logs:\n");
        for (var run : runs) {
            var lead = "- ";
            for (var field : RunField.values()) {
                yaml.append(lead).append(field.key()).append(':');
                write(field.of(run), yaml);
                lead = "  ";
            }
        }
        return yaml.toString();
    }

    private static void write(FieldValue value, StringBuilder yaml) {
        switch (value) {
            case FieldValue.Unknown _ -> yaml.append(" null\n");
            case FieldValue.Text text ->
                yaml.append(' ').append(scalar(text.value())).append('\n');
            case FieldValue.Whole whole ->
                yaml.append(' ').append(whole.value()).append('\n');
            case FieldValue.Decimal decimal ->
                yaml.append(' ').append(real(decimal)).append('\n');
            case FieldValue.Words words when words.values().isEmpty() -> yaml.append(" []\n");
            case FieldValue.Words words -> {
                yaml.append('\n');
                words.values()
                        .forEach(
                                word -> yaml.append("  - ").append(scalar(word)).append('\n'));
            }
        }
    }

    /** With a decimal point, or a reader would make a whole number of it. */
    private static String real(FieldValue.Decimal decimal) {
        return decimal.value().scale() > 0 ? decimal.plain() : decimal.plain() + ".0";
    }

    private static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !WORDS_WITH_A_MEANING.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        return text.codePoints().allMatch(Characters::isVisible)
                ? "'" + text.replace("'", "''") + "'"
                : doubleQuoted(text);
    }

    private static String doubleQuoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (Characters.isVisible(point)) {
                        quoted.appendCodePoint(point);
                    } else {
                        quoted.append((point <= 0xFFFF ? "\\u%04X" : "\\U%08X").formatted(point));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
