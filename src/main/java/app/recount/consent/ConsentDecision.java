package app.recount.consent;

import app.recount.text.Wording;
import java.util.List;
import java.util.Optional;

/**
 * Whether the surroundings allow telemetry, and who decided. It never replaces the user's approval of a payload.
 *
 * @param detail the value that decided: {@code DO_NOT_TRACK=1}
 * @param layers all four layers in order, for the page that shows them
 */
public record ConsentDecision(boolean allowed, DecidedBy decidedBy, Wording detail, List<Layer> layers) {

    /** The layers, first match wins; the text is the one that scripts see. */
    public enum DecidedBy {
        DO_NOT_TRACK("DO_NOT_TRACK"),
        CLAUDE_MEM_TELEMETRY("CLAUDE_MEM_TELEMETRY"),
        TELEMETRY_JSON("telemetry.json"),
        DEFAULT("default");

        private final String text;

        DecidedBy(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** What became of a layer. */
    public enum State {
        DECIDED,
        /** It has a value that decides nothing. */
        PASSED,
        NOT_SET,
        NOT_REACHED
    }

    /**
     * One layer.
     *
     * @param value what it says, empty where it says nothing
     */
    public record Layer(DecidedBy layer, Optional<Wording> value, State state) {}

    public ConsentDecision {
        layers = List.copyOf(layers);
    }
}
