package app.recount.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.problem.ProblemException;
import app.recount.report.ImportEntry.Understood;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Any bytes as an export of runs: what is understood survives being exported again, and no export obeys it. */
final class RunBytes {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

    private RunBytes() {}

    static void yaml(byte[] bytes) {
        RunYamlReader.Contents contents;
        try {
            contents = RunYamlReader.read(bytes);
        } catch (ProblemException e) {
            assertThat(e.problem().code()).isEqualTo("IMPORT_UNREADABLE");
            return;
        }
        for (var entry : contents.entries()) {
            if (entry instanceof Understood understood) {
                survives(understood);
            }
        }
    }

    private static void survives(Understood entry) {
        var export = new RunExport(id -> Optional.empty(), CLOCK);
        for (var format : ExportFormat.values()) {
            export.bytes(List.of(entry.run()), format);
        }
        var again = RunYamlReader.read(export.bytes(List.of(entry.run()), ExportFormat.YAML));
        assertThat(again.entries())
                .singleElement()
                .isInstanceOfSatisfying(
                        Understood.class,
                        read -> assertThat(RunField.values(read.run())).isEqualTo(RunField.values(entry.run())));
    }
}
