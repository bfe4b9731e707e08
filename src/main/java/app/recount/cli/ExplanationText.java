package app.recount.cli;

import app.recount.memory.Explained;
import app.recount.memory.Explanation;
import app.recount.memory.Explanation.TableRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How values came about, for people, made for 80 columns; the queries stand as they are, to be copied. */
final class ExplanationText {

    private static final int LABEL = 11;

    private final Explanation explanation;
    private final List<String> lines = new ArrayList<>();

    private ExplanationText(Explanation explanation) {
        this.explanation = explanation;
    }

    static List<String> lines(Explained explained) {
        var lines = new ArrayList<String>();
        for (var explanation : explained.explanations()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(new ExplanationText(explanation).lines());
        }
        return lines;
    }

    private List<String> lines() {
        lines.add("%s of %s: %s"
                .formatted(
                        explanation.key(),
                        explanation.day(),
                        explanation.value().orElse("none")));
        explanation.absence().ifPresent(why -> label("Why none", why));
        label("Meaning", explanation.meaning());
        label("Formula", explanation.formula());
        label("From", String.join(", ", explanation.sources()));
        explanation.tables().forEach(this::rows);
        explanation
                .recount()
                .ifPresent(again -> label(
                        "Counted",
                        again.agrees()
                                ? "again by the %s below: %s"
                                        .formatted(
                                                explanation.queries().size() == 1 ? "query" : "queries", again.value())
                                : "again it is %s, which is another value".formatted(again.value())));
        explanation.queries().forEach(query -> {
            lines.add("  Query for " + query.place().words());
            query.sql().lines().forEach(line -> lines.add("    " + line));
        });
        explanation.rule().ifPresent(rule -> label("Together", rule));
        return lines;
    }

    private void rows(TableRows rows) {
        label(
                "Rows",
                "%s of the %s of %s%s"
                        .formatted(
                                number(rows.counted()),
                                number(rows.all()),
                                rows.table().place(),
                                rows.leftOut().stream()
                                        .map(part -> number(part.rows()) + " "
                                                + part.reason().words())
                                        .collect(Collectors.joining(
                                                ", ", rows.leftOut().isEmpty() ? "" : "; not ", ""))));
    }

    private static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    private void label(String label, String text) {
        lines.addAll(Paragraph.labelled("  " + label, LABEL + 2, text));
    }
}
