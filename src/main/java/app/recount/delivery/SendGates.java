package app.recount.delivery;

import app.recount.payload.Destination;
import app.recount.payload.SealedPayload;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The gates of a preview as a sending meets them: the first one that is closed ends it. */
final class SendGates {

    private static final Set<Blocker> BEFORE_DRY_RUN = Set.of(
            Blocker.MARKER_CURRENT, Blocker.MARKER_UNREADABLE, Blocker.CONSENT_OFF, Blocker.TELEMETRY_CONFIG_INVALID);

    private final List<Blocker> closed;
    private final PreviewRequest request;

    SendGates(List<Blocker> closed, SendRequest request) {
        this.closed = closed;
        this.request = request.preview();
    }

    Optional<Stop> untilDryRun() {
        return closed.stream().filter(BEFORE_DRY_RUN::contains).findFirst().map(Refusals::of);
    }

    Optional<Stop> afterDryRun() {
        return closed.stream()
                .filter(gate -> !BEFORE_DRY_RUN.contains(gate) && gate != Blocker.DRY_RUN)
                .findFirst()
                .map(gate -> stop(gate, request))
                .or(() -> noWay(request.destination()));
    }

    /** The gates that can still close for bytes that were approved earlier. */
    static Optional<Stop> again(PreviewRequest request, SealedPayload payload) {
        if (request.key().value().isEmpty()) {
            return Optional.of(stop(Blocker.NO_API_KEY, request));
        }
        if (request.destination().problem().isPresent()) {
            return Optional.of(stop(Blocker.BAD_DESTINATION, request));
        }
        return otherKey(request, payload).or(() -> noWay(request.destination()));
    }

    /** With the words of whoever knows why. */
    private static Stop stop(Blocker gate, PreviewRequest request) {
        var problem = switch (gate) {
            case NO_API_KEY -> request.key().problem();
            case BAD_DESTINATION -> request.destination().problem();
            default -> Optional.<Problem>empty();
        };
        return problem.map(known -> Stop.gate(gate, known)).orElseGet(() -> Refusals.of(gate));
    }

    private static Optional<Stop> otherKey(PreviewRequest request, SealedPayload payload) {
        return payload.hasKey(request.key())
                ? Optional.empty()
                : Optional.of(Refusals.changed(Problem.of("KEY_CHANGED").explained()));
    }

    private static Optional<Stop> noWay(Destination destination) {
        return ProxyRoute.to(destination) instanceof ProxyRoute.Unsupported proxy
                ? Optional.of(Stop.here(Problem.of("PROXY_NOT_SUPPORTED")
                        .explained(proxy.description())
                        .advising(Action.read("httpProxy"))))
                : Optional.empty();
    }
}
