package app.recount.cli;

import app.recount.session.SessionChoice.Rule;
import java.util.Arrays;

/** Why a session was chosen, in words. */
final class RuleText {

    private RuleText() {}

    /** By the name of the {@link Rule}; a name that a later version stored stands for itself. */
    static String of(String name) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .map(RuleText::of)
                .orElse(name);
    }

    private static String of(Rule rule) {
        return switch (rule) {
            case GIVEN_ID, GIVEN_PATH -> "as you named it";
            case ANCESTOR_PROCESS -> "this command runs in it";
            case ONLY_ACTIVE_IN_FOLDER -> "the only active one of this folder";
            case ONLY_IN_FOLDER -> "the only one of this folder";
            case ONLY_ACTIVE -> "the only active one";
            case ONLY_SESSION -> "the only one";
        };
    }
}
