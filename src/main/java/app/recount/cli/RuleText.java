package app.recount.cli;

import app.recount.session.SessionChoice.Rule;
import app.recount.text.Texts;
import java.util.Arrays;

/** Why a session was chosen, in words. */
final class RuleText {

    private RuleText() {}

    /** By the name of the {@link Rule}; a name that a later version stored stands for itself. */
    static String of(String name, Texts texts) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .map(rule -> texts.get("cli.rule." + rule))
                .orElse(name);
    }
}
