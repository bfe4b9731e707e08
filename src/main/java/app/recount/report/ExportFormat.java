package app.recount.report;

import java.util.Arrays;
import java.util.Optional;

/** The forms in which runs leave. {@link #word()} is also the usual ending of the file's name. */
public enum ExportFormat {
    YAML("yaml"),
    MARKDOWN("md"),
    JSON("json"),
    CSV("csv");

    private final String word;

    ExportFormat(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<ExportFormat> byWord(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
