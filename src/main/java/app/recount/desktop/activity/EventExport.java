package app.recount.desktop.activity;

import app.recount.memory.RollupMetric;
import app.recount.payload.SealedPayload;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events in sight for other programs. JSON is made of the sealed bytes themselves, never written anew. */
final class EventExport {

    private EventExport() {}

    /** One line per event; a key that is absent is an empty cell, zero is 0. */
    static String csv(List<EventRow> rows) {
        var head = Stream.concat(
                        Stream.of("day", "event", "uuid"),
                        Stream.of(RollupMetric.values()).map(RollupMetric::key))
                .collect(Collectors.joining(","));
        return Stream.concat(Stream.of(head), rows.stream().map(EventExport::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** An array of exactly the bytes of these events. */
    static byte[] json(SealedPayload sealed, List<EventRow> rows) {
        var out = new ByteArrayOutputStream();
        out.write('[');
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(sealed.event(rows.get(i).index()));
        }
        out.writeBytes("]\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    // no cell can hold a comma or a quote: days, names, uuids and plain numbers
    private static String line(EventRow row) {
        return Stream.concat(
                        Stream.of(
                                row.day().toString(),
                                row.name(),
                                row.event().uuid().toString()),
                        Stream.of(RollupMetric.values())
                                .map(metric -> row.value(metric)
                                        .map(BigDecimal::toPlainString)
                                        .orElse("")))
                .collect(Collectors.joining(","));
    }
}
