package app.recount.report;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * The escapes {@code \L} and {@code \P} of double-quoted texts, which PyYAML writes and SnakeYAML Engine 3.0.1 does not know. Only its
 * scanner can tell whether a backslash is an escape, so each is mended where the scanner stumbled.
 */
final class LineSeparators {

    private LineSeparators() {}

    /** The text with the escape in the place of the error in a form that is known; empty if something else is wrong there. */
    static Optional<String> mended(String text, Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYamlEngineException marked
                    && marked.getProblemMark().isPresent()) {
                // the mark counts code points
                int points = marked.getProblemMark().get().getIndex();
                return points >= text.codePointCount(0, text.length())
                        ? Optional.empty()
                        : mended(text, text.offsetByCodePoints(0, points));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> mended(String text, int at) {
        if (at == 0 || text.charAt(at - 1) != '\\') {
            return Optional.empty();
        }
        return switch (text.charAt(at)) {
            case 'L' -> Optional.of(text.substring(0, at) + "u2028" + text.substring(at + 1));
            case 'P' -> Optional.of(text.substring(0, at) + "u2029" + text.substring(at + 1));
            default -> Optional.empty();
        };
    }
}
