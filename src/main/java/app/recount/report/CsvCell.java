package app.recount.report;

import java.util.regex.Pattern;

/** Texts as cells of a CSV file after RFC 4180, safe to open in a spreadsheet. */
public final class CsvCell {

    /** What makes a spreadsheet calculate a cell, or look at what comes after it; the wide forms count in some languages. */
    private static final String DANGEROUS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /** A formula behind what another country's spreadsheet takes for the end of a cell. */
    private static final Pattern NEXT_CELL = Pattern.compile("[;\t\r\n]\"*(?=[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

    private static final String QUOTED = ",;\t\"\r\n";

    private CsvCell() {}

    /** An apostrophe in front of a formula makes a text of it; what a terminal would obey is replaced. */
    public static String of(String text) {
        var within = NEXT_CELL.matcher(visible(text)).replaceAll("$0'");
        var harmless = isDangerous(within) ? "'" + within : within;
        return harmless.chars().noneMatch(each -> QUOTED.indexOf(each) >= 0)
                ? harmless
                : '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private static boolean isDangerous(String text) {
        return text.chars().dropWhile(each -> each == '"').limit(1).anyMatch(each -> DANGEROUS.indexOf(each) >= 0);
    }

    private static String visible(String text) {
        return text.codePoints()
                .map(point -> Characters.isVisible(point) || "\t\r\n".indexOf(point) >= 0 ? point : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
