package app.recount.payload;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.store.Environment;
import java.util.Optional;

/**
 * The project key that a destination wants. There is none built in.
 *
 * @param value empty when there is none that may be used
 * @param problem why there is none, or why the one that is set is refused
 */
public record ApiKey(Optional<String> value, Origin origin, Optional<Problem> problem) {

    static final String VARIABLE = "CLAUDE_MEM_TELEMETRY_KEY";

    /** Where the key comes from. */
    public enum Origin {
        ENVIRONMENT,
        SETTINGS,
        /** The rehearsal receiver takes any. */
        REHEARSAL,
        NONE
    }

    /** The environment's key, else the one from the settings. */
    public static ApiKey find(Environment environment, Optional<String> fromSettings) {
        return environment
                .filled(VARIABLE)
                .map(key -> checked(key, Origin.ENVIRONMENT))
                .or(() -> fromSettings.filter(key -> !key.isEmpty()).map(key -> checked(key, Origin.SETTINGS)))
                .orElseGet(ApiKey::none);
    }

    public static ApiKey rehearsal() {
        return new ApiKey(Optional.of("phc_rehearsal"), Origin.REHEARSAL, Optional.empty());
    }

    private static ApiKey checked(String key, Origin origin) {
        if (key.startsWith("phx_")) {
            var refusal = Problem.of("NO_API_KEY.personal").explained().advising(Action.read("useProjectKey"));
            return new ApiKey(Optional.empty(), origin, Optional.of(refusal));
        }
        return new ApiKey(Optional.of(key), origin, Optional.empty());
    }

    private static ApiKey none() {
        var missing = Problem.of("NO_API_KEY.off").explained().advising(Action.read("setKey", VARIABLE));
        return new ApiKey(Optional.empty(), Origin.NONE, Optional.of(missing));
    }

    /** Never the key itself. */
    @Override
    public String toString() {
        return "ApiKey[%s, %s]".formatted(origin, value.isPresent() ? "present" : "absent");
    }
}
