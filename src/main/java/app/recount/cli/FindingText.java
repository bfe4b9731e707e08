package app.recount.cli;

import app.recount.memory.Finding;
import java.util.Locale;

/** A finding in words. */
final class FindingText {

    private FindingText() {}

    /** Count, what it is about, and what that means. */
    static String of(Finding finding) {
        return "%s. %s".formatted(headline(finding), finding.explanation()).strip();
    }

    /** Count and what it is about, without a full stop. */
    static String headline(Finding finding) {
        return String.format(Locale.ENGLISH, "%,d %s", finding.count(), finding.message());
    }
}
