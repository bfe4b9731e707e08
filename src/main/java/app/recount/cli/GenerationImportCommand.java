package app.recount.cli;

import app.recount.generation.GenerationImport;
import app.recount.generation.ImportReport;
import app.recount.store.Progress;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

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
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.flag("--dry-run");
        takes.text("--logs", "DIR");
        takes.text("--zone", "ZONE");
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var wish = new GenerationImport.Wish(
                options.dataDirectory(services), given.path("--logs"), zone(given), given.has("--dry-run"));
        var report = services.generation().imports().run(wish, Progress.NONE);
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> new GenerationJson(json).write(report)));
        } else {
            lines(report).forEach(console::line);
        }
        return ExitStatus.DONE;
    }

    private ZoneId zone(Arguments given) {
        try {
            return given.text("--zone").map(ZoneId::of).orElseGet(ZoneId::systemDefault);
        } catch (DateTimeException e) {
            throw given.invalid("--zone", services.texts().get("cli.generation.import.no-zone"));
        }
    }

    private List<String> lines(ImportReport report) {
        var logs = report.logs();
        var transcripts = report.transcripts();
        var lines = new ArrayList<String>();
        label(
                lines,
                "logs",
                services.texts().get("cli.generation.import.logs", logs.files(), logs.usageLines(), report.zone()));
        label(lines, "", report.logFolder().toString());
        note(lines, logs.broken(), "cli.generation.import.broken");
        note(lines, logs.skippedTimes(), "cli.generation.import.skipped");
        note(lines, logs.doubtfulFiles(), "cli.generation.import.doubtful");
        note(lines, logs.cutFiles(), "cli.generation.import.cut");
        label(
                lines,
                "transcripts",
                services.texts()
                        .get(
                                "cli.generation.import.transcripts",
                                transcripts.files(),
                                transcripts.matched(),
                                transcripts.calls()));
        note(lines, transcripts.undated(), "cli.generation.import.undated");
        note(lines, transcripts.unreadable(), "cli.generation.import.unreadable");
        label(lines, "turns", news(report.turns(), report.written()));
        label(
                lines,
                "leftovers",
                services.texts().get("cli.generation.import.leftovers", news(report.leftovers(), report.written())));
        return lines;
    }

    private String news(ImportReport.News news, boolean written) {
        return services.texts()
                .get(
                        written ? "cli.generation.import.kept" : "cli.generation.import.would-be-kept",
                        news.found(),
                        news.changed());
    }

    private void label(List<String> lines, String label, String text) {
        lines.addAll(Paragraph.labelled(
                label.isEmpty() ? "" : services.texts().get("cli.generation.import.label." + label), 14, text));
    }

    private void note(List<String> lines, long count, String key) {
        if (count > 0) {
            label(lines, "", services.texts().get(key, count));
        }
    }
}
