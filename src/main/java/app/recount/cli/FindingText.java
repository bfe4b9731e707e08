package app.recount.cli;

import app.recount.memory.Finding;
import app.recount.text.Texts;
import java.util.Locale;

/** A finding in words. */
final class FindingText {

    private FindingText() {}

    /** Count, what it is about, and what that means. */
    static String of(Finding finding, Texts texts) {
        return "%s. %s"
                .formatted(headline(finding, texts), texts.say(finding.explanation()))
                .strip();
    }

    /** Count and what it is about, without a full stop. */
    private static String headline(Finding finding, Texts texts) {
        return String.format(Locale.ENGLISH, "%,d %s", finding.count(), texts.say(finding.message()));
    }
}
