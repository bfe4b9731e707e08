package app.recount.desktop.review;

import app.recount.delivery.MarkerState;
import app.recount.memory.RollupMetric;
import app.recount.store.JsonFile;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * What the completion marker tells: what was sent, when, through which day, at which version, under which id. A marker is written by
 * two programs and edited by hand, so every part may be missing.
 *
 * @param version 1 where the marker says none
 */
record MarkerStory(
        Optional<Instant> completedAt,
        Optional<LocalDate> throughDay,
        Optional<Long> eventCount,
        Optional<String> installId,
        Optional<Integer> version) {

    static MarkerStory of(MarkerState state) {
        var root = state.content()
                .flatMap(content -> JsonFile.parse(content.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(JsonFile::object);
        return new MarkerStory(
                text(root, "completedAt").flatMap(parsed(Instant::parse)),
                text(root, "throughDay").flatMap(parsed(LocalDate::parse)),
                Optional.of(root.path("eventCount"))
                        .filter(JsonNode::isIntegralNumber)
                        .map(JsonNode::asLong),
                text(root, "installId"),
                state.version().flatMap(parsed(Integer::valueOf)));
    }

    /** Whether it says that nothing was sent: written to keep claude-mem from sending. */
    boolean withoutEvents() {
        return eventCount.filter(count -> count == 0).isPresent();
    }

    /** The counters of a day that a payload of this version has and its own did not have yet; none where it says no version. */
    List<RollupMetric> newerMetrics(int payloadVersion) {
        return version.map(known -> Arrays.stream(RollupMetric.values())
                        .filter(metric -> metric.sinceVersion() > known && metric.sinceVersion() <= payloadVersion)
                        .toList())
                .orElse(List.of());
    }

    private static Optional<String> text(JsonNode root, String key) {
        return Optional.of(root.path(key)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private static <T> Function<String, Optional<T>> parsed(Function<String, T> parser) {
        return text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (DateTimeException | NumberFormatException e) {
                // what cannot be understood is shown as unknown, beside the marker's own text
                return Optional.empty();
            }
        };
    }
}
