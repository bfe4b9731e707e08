package app.recount.report;

import app.recount.analysis.AnalysisRun;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Runs as CSV after RFC 4180, safe to open in a spreadsheet. */
final class RunCsv {

    private static final String END = "\r\n";

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
            case FieldValue.Text text -> CsvCell.of(text.value());
            case FieldValue.Whole whole -> String.valueOf(whole.value());
            case FieldValue.Decimal decimal -> decimal.plain();
            case FieldValue.Words words -> CsvCell.of(String.join(",", words.values()));
        };
    }
}
