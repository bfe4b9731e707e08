package app.recount.desktop.cost;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Question;
import app.recount.desktop.widget.Facts;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.generation.ImportReport;
import app.recount.store.DataDirectory;
import app.recount.text.Texts;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Shows what logs and transcripts would bring, and keeps it only if told so. */
record GatherQuestion(Desk desk, CostWork work) {

    private static final double WIDTH = 780;

    void ask(Window owner) {
        var directory = work.directory();
        work.foresee(directory, report -> ask(directory, report, owner));
    }

    private void ask(DataDirectory directory, ImportReport report, Window owner) {
        var texts = desk.texts();
        var question = new Question(texts, owner, texts.get("cost.gather.title"), content(report), WIDTH);
        if (isNews(report)) {
            question.ask(texts.get("cost.gather.confirm"), () -> work.gather(directory));
        } else {
            question.tell();
        }
    }

    private static boolean isNews(ImportReport report) {
        return report.turns().changed() + report.leftovers().changed() > 0;
    }

    Node content(ImportReport report) {
        var texts = desk.texts();
        var facts = new Facts()
                .row(
                        texts.get("cost.gather.logs"),
                        texts.get(
                                "cost.gather.logs.found",
                                report.logs().files(),
                                report.logs().usageLines(),
                                report.zone().getId()))
                .mono("", desk.paths().of(report.logFolder()))
                .row(
                        texts.get("cost.gather.transcripts"),
                        texts.get(
                                "cost.gather.transcripts.found",
                                report.transcripts().files(),
                                report.transcripts().matched(),
                                report.transcripts().calls()))
                .mono("", folders(report))
                .row(texts.get("cost.gather.turns"), news(report.turns(), texts))
                .row(texts.get("cost.gather.leftovers"), news(report.leftovers(), texts));
        var content = new VBox(12, facts);
        var doubts = new VBox(4);
        doubt(doubts, "broken", report.logs().broken());
        doubt(doubts, "times", report.logs().skippedTimes());
        doubt(doubts, "files", report.logs().doubtfulFiles());
        doubt(doubts, "cut", report.logs().cutFiles());
        doubt(doubts, "undated", report.transcripts().undated());
        doubt(doubts, "unreadable", report.transcripts().unreadable());
        if (!doubts.getChildren().isEmpty()) {
            content.getChildren().add(doubts);
        }
        content.getChildren()
                .add(Labels.paragraph(texts.get(isNews(report) ? "cost.gather.says" : "cost.gather.nothing"), "muted"));
        return content;
    }

    private String folders(ImportReport report) {
        return report.transcriptFolders().isEmpty()
                ? Figures.ABSENT
                : report.transcriptFolders().stream()
                        .map((Path folder) -> desk.paths().of(folder))
                        .collect(Collectors.joining("\n"));
    }

    private static String news(ImportReport.News news, Texts texts) {
        return texts.get("cost.gather.news", news.found(), news.changed());
    }

    private void doubt(VBox doubts, String key, long count) {
        if (count > 0) {
            var line = Labels.paragraph(desk.texts().get("cost.gather.doubt." + key, count));
            line.setGraphic(Icons.of(Status.CAUTION));
            doubts.getChildren().add(line);
        }
    }
}
