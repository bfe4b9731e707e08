package app.recount.payload;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.store.Environment;
import app.recount.text.Wording;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a payload goes: the whole address, as it is shown, approved and connected to.
 *
 * @param address {@code <host>/batch/}
 * @param problem why nothing may be sent there; empty if it may
 */
public record Destination(String address, Origin origin, Optional<Problem> problem) {

    static final String VARIABLE = "CLAUDE_MEM_TELEMETRY_HOST";
    static final String DEFAULT_HOST = "https://us.i.posthog.com";

    private static final String PATH = "/batch/";

    /** A literal address of the loopback network; names are not looked up before the user has approved. */
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

    /** Where the host comes from. */
    public enum Origin {
        DEFAULT,
        ENVIRONMENT,
        SETTINGS,
        REHEARSAL
    }

    /** The environment's host, else the one from the settings, else PostHog's. */
    public static Destination find(Environment environment, Optional<String> fromSettings) {
        return environment
                .filled(VARIABLE)
                .map(host -> at(host, Origin.ENVIRONMENT))
                .or(() -> fromSettings.filter(host -> !host.isEmpty()).map(host -> at(host, Origin.SETTINGS)))
                .orElseGet(() -> at(DEFAULT_HOST, Origin.DEFAULT));
    }

    /** The batch endpoint below a host such as {@code https://eu.i.posthog.com}; a trailing slash does not matter. */
    public static Destination at(String host, Origin origin) {
        var base = host.strip().replaceFirst("/+$", "");
        return new Destination(base + PATH, origin, refusal(base));
    }

    /** Only {@code https} anywhere, and plain {@code http} on this machine. */
    private static Optional<Problem> refusal(String base) {
        URI uri;
        try {
            uri = new URI(base);
        } catch (URISyntaxException e) {
            return bad("noAddress", base);
        }
        var scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        var host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            return bad("notPlain", DEFAULT_HOST);
        }
        return switch (scheme) {
            case "https" -> Optional.empty();
            case "http" -> isLoopback(host) ? Optional.empty() : bad("http");
            default -> bad("otherScheme");
        };
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    /** @param rule the text's key behind {@code problem.BAD_DESTINATION.} */
    private static Optional<Problem> bad(String rule, Object... arguments) {
        return Optional.of(Problem.of("BAD_DESTINATION")
                .because(Wording.of("problem.BAD_DESTINATION." + rule, arguments))
                .advising(Action.openSettings()));
    }

    /** Whether the payload stays on this machine. */
    public boolean isLoopback() {
        return problem.isEmpty() && isLoopback(uri().getHost());
    }

    /** The address to connect to; only for a destination without a problem. */
    public URI uri() {
        return URI.create(address);
    }
}
