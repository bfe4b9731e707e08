package app.recount.cli;

import app.recount.generation.GenerationImport;
import app.recount.generation.ImportReport;
import app.recount.store.Progress;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code generation import}: gathers what claude-mem's logs and old observer transcripts still know. */
final class GenerationImportCommand implements Command {

    private final Services services;

    GenerationImportCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description(
                        "Gathers what claude-mem's logs and old observer transcripts still know. They are only read.")
                .footer("", "Importing again brings nothing but what is new in them.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addOption(CommonOptions.flag("--dry-run", "Look only, keep nothing."));
        spec.addOption(CommonOptions.value(
                "--logs", "DIR", String.class, "The folder of the logs; “logs” in the data directory without it."));
        spec.addOption(CommonOptions.value(
                "--zone",
                "ZONE",
                String.class,
                "The zone of the logs' local times (Europe/Berlin); this system's without it."));
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var wish = new GenerationImport.Wish(
                options.dataDirectory(services),
                CommonOptions.text(parsed, "--logs").map(services.environment()::expand),
                zone(parsed),
                CommonOptions.has(parsed, "--dry-run"));
        var report = services.generation().imports().run(wish, Progress.NONE);
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> new GenerationJson(json).write(report)));
        } else {
            lines(report).forEach(console::line);
        }
        return ExitStatus.DONE;
    }

    private static ZoneId zone(ParseResult parsed) {
        try {
            return CommonOptions.text(parsed, "--zone").map(ZoneId::of).orElseGet(ZoneId::systemDefault);
        } catch (DateTimeException e) {
            throw CommonOptions.usage(
                    parsed, "Invalid value for option '--zone': it must be a zone such as Europe/Berlin");
        }
    }

    private static List<String> lines(ImportReport report) {
        var logs = report.logs();
        var transcripts = report.transcripts();
        var lines = new ArrayList<String>();
        label(
                lines,
                "Logs",
                "%d files, %d lines about usage, local times of %s"
                        .formatted(logs.files(), logs.usageLines(), report.zone()));
        label(lines, "", report.logFolder().toString());
        note(lines, logs.broken(), "%d lines about usage cannot be understood.");
        note(lines, logs.skippedTimes(), "%d times do not exist in this zone: was it another one? (--zone)");
        note(
                lines,
                logs.doubtfulFiles(),
                "%d files begin on another UTC day than their name says: was it another zone? (--zone)");
        note(lines, logs.cutFiles(), "%d compressed files end too early.");
        label(
                lines,
                "Transcripts",
                "%d, of which %d belong to a known session; %d calls"
                        .formatted(transcripts.files(), transcripts.matched(), transcripts.calls()));
        note(lines, transcripts.undated(), "%d calls say no time and count nowhere.");
        note(lines, transcripts.unreadable(), "%d transcripts cannot be read.");
        var verb = report.written() ? "kept" : "would be kept";
        label(lines, "Turns", news(report.turns(), verb));
        label(lines, "Leftovers", news(report.leftovers(), verb) + "; they count for their day, and enter no event");
        return lines;
    }

    private static String news(ImportReport.News news, String verb) {
        return "%d found, %d new %s".formatted(news.found(), news.changed(), verb);
    }

    private static void label(List<String> lines, String label, String text) {
        lines.addAll(Paragraph.labelled(label, 14, text));
    }

    private static void note(List<String> lines, long count, String text) {
        if (count > 0) {
            label(lines, "", text.formatted(count));
        }
    }
}
