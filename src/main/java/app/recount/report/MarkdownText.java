package app.recount.report;

import app.recount.analysis.AnalysisRun;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as they stand in a Markdown document; what is not known is {@code ?}. */
final class MarkdownText {

    static final String UNKNOWN = "?";

    private static final String ACTIVE = "\\`*_[]|~";

    /** What viewers take for an address and make a link of, escapes within it and all. */
    private static final Pattern ADDRESS = Pattern.compile("(?i):(?=//)|(?<=www)\\.");

    private MarkdownText() {}

    /**
     * Text from anywhere, on one line, without effect as Markdown or HTML: no table cell, emphasis, link, image or tag comes of it. Only a
     * viewer that looks for addresses in the finished text makes a link of one, and that leads where it says.
     */
    static String of(@Nullable String text) {
        var escaped = new StringBuilder();
        (text == null ? "" : text).strip().codePoints().forEach(point -> {
            switch (point) {
                case '\n', '\r', '\t', ' ' -> {
                    if (escaped.isEmpty() || escaped.charAt(escaped.length() - 1) != ' ') {
                        escaped.append(' ');
                    }
                }
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> {
                    if (ACTIVE.indexOf(point) >= 0) {
                        escaped.append('\\');
                    }
                    escaped.appendCodePoint(Characters.isVisible(point) ? point : '\uFFFD');
                }
            }
        });
        return ADDRESS.matcher(escaped)
                .replaceAll(part -> "&#%d;".formatted((int) part.group().charAt(0)));
    }

    static String orUnknown(@Nullable String text) {
        return text == null || text.isBlank() ? UNKNOWN : of(text);
    }

    static String words(List<String> words) {
        return of(String.join(", ", words));
    }

    static String count(@Nullable Long count) {
        return count == null ? UNKNOWN : String.format(Locale.ROOT, "%,d", count);
    }

    static String tokens(AnalysisRun run) {
        return count(run.ownTokens().orElse(null));
    }

    static String cost(@Nullable BigDecimal cost) {
        return cost == null
                ? UNKNOWN
                : "$" + cost.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    static String duration(@Nullable Long seconds) {
        return seconds == null ? UNKNOWN : "%dm%ds".formatted(seconds / 60, seconds % 60);
    }

    static String time(@Nullable Instant at) {
        return at == null ? UNKNOWN : at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String day(AnalysisRun run) {
        return Optional.ofNullable(run.times().startedAt())
                .orElse(run.times().createdAt())
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }

    /** A sum, and of how many parts nothing is known. */
    static String known(String sum, int unknown) {
        return unknown == 0 ? sum : "%s (known; %d unknown)".formatted(sum, unknown);
    }

    static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    static String head(List<String> cells) {
        return row(cells) + "\n|" + " --- |".repeat(cells.size());
    }
}
