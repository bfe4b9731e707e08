package app.recount.cli;

import app.recount.analysis.AnalysisRun.SessionLink;
import app.recount.session.SessionChoice.Rule;
import app.recount.text.Texts;
import java.util.Arrays;
import java.util.Locale;

/** Why a session was chosen, in words. */
final class RuleText {

    private RuleText() {}

    /** By the word that is stored: a {@link Rule} in lower case, or that it was moved; a word of a later version stands for itself. */
    static String of(String stored, Texts texts) {
        if (stored.equals(SessionLink.MOVED)) {
            return texts.get("cli.rule.moved");
        }
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.name().toLowerCase(Locale.ROOT).equals(stored))
                .findFirst()
                .map(rule -> texts.get("cli.rule." + rule))
                .orElse(stored);
    }
}
