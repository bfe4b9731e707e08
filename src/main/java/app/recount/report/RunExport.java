package app.recount.report;

import app.recount.analysis.AnalysisRun;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes runs for others to read, oldest first. */
public final class RunExport {

    private static final JsonFactory JSON = new JsonFactory();

    private final Function<String, Optional<AnalysisRun>> find;
    private final Clock clock;

    /**
     * An export of runs that {@code find} knows.
     *
     * @param find any run by its id: the inputs of a synthesis need not be among the exported
     * @param clock tells the day of the export, UTC
     */
    public RunExport(Function<String, Optional<AnalysisRun>> find, Clock clock) {
        this.find = find;
        this.clock = clock;
    }

    /** The whole file, in UTF-8. */
    public byte[] bytes(List<AnalysisRun> runs, ExportFormat format) {
        var sorted = runs.stream()
                .sorted(Comparator.comparing((AnalysisRun run) -> run.times().createdAt())
                        .thenComparing(AnalysisRun::id))
                .toList();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var text = switch (format) {
            case YAML -> RunYaml.write(sorted, today);
            case MARKDOWN -> RunMarkdown.write(sorted, today, find);
            case JSON -> json(sorted);
            case CSV -> RunCsv.write(sorted);
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One run a line, so that also a large file can be compared line by line. */
    private static String json(List<AnalysisRun> runs) {
        var text = new StringBuilder("[");
        var separator = "\n";
        for (var run : runs) {
            var line = new StringWriter();
            try (var generator = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
                RunJson.write(run, generator);
            }
            text.append(separator).append(line);
            separator = ",\n";
        }
        return text.append("\n]\n").toString();
    }
}
