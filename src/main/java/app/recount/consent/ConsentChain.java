package app.recount.consent;

import app.recount.consent.ConsentDecision.DecidedBy;
import app.recount.consent.ConsentDecision.Layer;
import app.recount.consent.ConsentDecision.State;
import app.recount.consent.TelemetryConfig.Absent;
import app.recount.consent.TelemetryConfig.Malformed;
import app.recount.consent.TelemetryConfig.Present;
import app.recount.store.Environment;
import app.recount.text.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** claude-mem's rules for telemetry, first match wins, as this process sees them. Rules: claude-mem 13.15.3. */
public final class ConsentChain {

    private static final Set<String> TRACKING_ALLOWED = Set.of("", "0", "false");
    private static final Set<String> OFF = Set.of("0", "false", "off");
    private static final Set<String> ON = Set.of("1", "true", "on");

    private final Environment environment;

    public ConsentChain(Environment environment) {
        this.environment = environment;
    }

    /** What a layer says, if it says anything, and its yes or no if it has one. */
    private record Voice(DecidedBy layer, Optional<Wording> value, Optional<Boolean> allowed) {
        State state(DecidedBy decisive) {
            int order = layer.compareTo(decisive);
            if (order == 0) {
                return State.DECIDED;
            }
            if (order > 0) {
                return State.NOT_REACHED;
            }
            return value.isEmpty() ? State.NOT_SET : State.PASSED;
        }
    }

    public ConsentDecision decide(TelemetryConfig config) {
        var voices = List.of(doNotTrack(), telemetryVariable(), configFile(config), byDefault());
        var decisive = voices.stream()
                .filter(voice -> voice.allowed().isPresent())
                .findFirst()
                .orElseThrow();
        var layers = voices.stream()
                .map(voice -> new Layer(voice.layer(), voice.value(), voice.state(decisive.layer())))
                .toList();
        return new ConsentDecision(decisive.allowed().orElseThrow(), decisive.layer(), detail(decisive), layers);
    }

    private static Wording detail(Voice voice) {
        var value = voice.value().orElseThrow();
        return switch (voice.layer()) {
            case DO_NOT_TRACK, CLAUDE_MEM_TELEMETRY ->
                Wording.of("consent.decided.variable", voice.layer().text(), value);
            case TELEMETRY_JSON -> Wording.of("consent.decided.file", value);
            case DEFAULT -> Wording.of("consent.decided.default");
        };
    }

    /** Anything but '', 0 and false, case and all, is a wish not to be tracked. */
    private Voice doNotTrack() {
        var value = environment.variable("DO_NOT_TRACK");
        return new Voice(
                DecidedBy.DO_NOT_TRACK,
                value.map(Wording::verbatim),
                value.filter(text -> !TRACKING_ALLOWED.contains(text)).map(_ -> false));
    }

    private Voice telemetryVariable() {
        var value = environment.variable("CLAUDE_MEM_TELEMETRY");
        return new Voice(
                DecidedBy.CLAUDE_MEM_TELEMETRY, value.map(Wording::verbatim), value.flatMap(ConsentChain::onOrOff));
    }

    private static Optional<Boolean> onOrOff(String value) {
        var lower = value.toLowerCase(Locale.ROOT);
        if (OFF.contains(lower)) {
            return Optional.of(false);
        }
        return ON.contains(lower) ? Optional.of(true) : Optional.empty();
    }

    /** A malformed file decides nothing here; that it blocks is a gate of its own. */
    private static Voice configFile(TelemetryConfig config) {
        return switch (config) {
            case Absent _ -> new Voice(DecidedBy.TELEMETRY_JSON, Optional.empty(), Optional.empty());
            case Malformed malformed ->
                new Voice(DecidedBy.TELEMETRY_JSON, Optional.of(malformed.reason()), Optional.empty());
            case Present present ->
                new Voice(
                        DecidedBy.TELEMETRY_JSON,
                        Optional.of(present.enabled()
                                .map(enabled -> Wording.of("consent.says.enabled", enabled))
                                .orElse(Wording.of("consent.says.noDecision"))),
                        present.enabled());
        };
    }

    private static Voice byDefault() {
        return new Voice(DecidedBy.DEFAULT, Optional.of(Wording.of("consent.says.on")), Optional.of(true));
    }
}
