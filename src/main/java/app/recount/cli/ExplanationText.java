package app.recount.cli;

import app.recount.memory.Explained;
import app.recount.memory.Explanation;
import app.recount.memory.Explanation.TableRows;
import app.recount.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How values came about, for people, made for 80 columns; the queries stand as they are, to be copied. */
final class ExplanationText {

    private static final int LABEL = 11;

    private final Explanation explanation;
    private final Texts texts;
    private final List<String> lines = new ArrayList<>();

    private ExplanationText(Explanation explanation, Texts texts) {
        this.explanation = explanation;
        this.texts = texts;
    }

    static List<String> lines(Explained explained, Texts texts) {
        var lines = new ArrayList<String>();
        for (var explanation : explained.explanations()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(new ExplanationText(explanation, texts).lines());
        }
        return lines;
    }

    private List<String> lines() {
        lines.add(texts.get(
                "cli.explain.value",
                explanation.key(),
                explanation.day(),
                explanation.value().orElseGet(() -> texts.get("cli.explain.none"))));
        explanation.absence().ifPresent(why -> label("why-none", texts.say(why)));
        label("meaning", texts.say(explanation.meaning()));
        label("formula", texts.say(explanation.formula()));
        label("from", String.join(", ", explanation.sources()));
        explanation.tables().forEach(this::rows);
        explanation
                .recount()
                .ifPresent(again -> label(
                        "counted",
                        again.agrees()
                                ? texts.get(
                                        "cli.explain.again",
                                        explanation.queries().size(),
                                        again.value())
                                : texts.get("cli.explain.differs", again.value())));
        explanation.queries().forEach(query -> {
            lines.add("  " + texts.get("cli.explain.query." + query.place()));
            query.sql().lines().forEach(line -> lines.add("    " + line));
        });
        explanation.rule().ifPresent(rule -> label("together", texts.say(rule)));
        return lines;
    }

    private void rows(TableRows rows) {
        label(
                "rows",
                rows.leftOut().isEmpty()
                        ? texts.get(
                                "cli.explain.rows",
                                rows.counted(),
                                rows.all(),
                                rows.table().place())
                        : texts.get(
                                "cli.explain.rows-left-out",
                                rows.counted(),
                                rows.all(),
                                rows.table().place(),
                                rows.leftOut().stream()
                                        .map(part -> texts.get("cli.explain.reason." + part.reason(), part.rows()))
                                        .collect(Collectors.joining(", "))));
    }

    private void label(String label, String text) {
        lines.addAll(Paragraph.labelled("  " + texts.get("cli.explain.label." + label), LABEL + 2, text));
    }
}
