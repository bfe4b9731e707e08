package app.recount.consent;

import java.util.List;

/**
 * Whether the surroundings allow telemetry, and who decided. It never replaces the user's approval of a payload.
 *
 * @param detail the value that decided, for people: {@code DO_NOT_TRACK=1}
 * @param layers all four layers in order, for the page that shows them
 */
public record ConsentDecision(boolean allowed, DecidedBy decidedBy, String detail, List<Layer> layers) {

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
     * @param value what it says, for people; {@code not set} where it says nothing
     */
    public record Layer(DecidedBy layer, String value, State state) {}

    public ConsentDecision {
        layers = List.copyOf(layers);
    }
}
