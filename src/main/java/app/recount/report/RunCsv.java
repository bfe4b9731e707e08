package app.recount.report;

import app.recount.analysis.AnalysisRun;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Runs as CSV after RFC 4180, safe to open in a spreadsheet. */
final class RunCsv {

    private static final String END = "\r\n";

    /** What makes a spreadsheet calculate a cell, or look at what comes after it. */
    private static final String DANGEROUS = "=+-@\t\r\n";

    private RunCsv() {}

    static String write(List<AnalysisRun> runs) {
        var csv = new StringBuilder(
                Arrays.stream(RunField.values()).map(RunField::key).collect(Collectors.joining(",", "", END)));
        for (var run : runs) {
            csv.append(Arrays.stream(RunField.values())
                    .map(field -> cell(field.of(run)))
                    .collect(Collectors.joining(",", "", END)));
        }
        return csv.toString();
    }

    private static String cell(FieldValue value) {
        return switch (value) {
            case FieldValue.Unknown _ -> "";
            case FieldValue.Text text -> quoted(harmless(text.value()));
            case FieldValue.Whole whole -> String.valueOf(whole.value());
            case FieldValue.Decimal decimal -> decimal.plain();
            case FieldValue.Words words -> quoted(harmless(String.join(",", words.values())));
        };
    }

    /** An apostrophe in front makes a text of it; what a terminal would obey is replaced. */
    private static String harmless(String text) {
        var shown = text.codePoints()
                .map(point -> Characters.isVisible(point) || "\t\r\n".indexOf(point) >= 0 ? point : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return !shown.isEmpty() && DANGEROUS.indexOf(shown.charAt(0)) >= 0 ? "'" + shown : shown;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(each -> each == ',' || each == '"' || each == '\r' || each == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
