package app.recount.delivery;

import java.time.Instant;
import java.time.LocalDate;

/** What {@code backfill.json} says when it is written: the same five keys as claude-mem's own backfill. */
public record Marker(Instant completedAt, LocalDate throughDay, int eventCount, String installId, int version) {}
